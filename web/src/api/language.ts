/** The language of the page, told to the register with each request. */
export const spoken: { language: 'vi' | 'en' } = { language: 'vi' };
