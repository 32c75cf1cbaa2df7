export const vi = {
  _: '',
} as const;
