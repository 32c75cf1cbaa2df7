// Before anything is painted: the theme and the language chosen last time, else the device's theme and Vietnamese.
// The words of that language are fetched at once, beside the code.
(function () {
  var read = function (key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  var scheme = read('sph.scheme');
  if (scheme !== 'light' && scheme !== 'dark')
    scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  document.documentElement.setAttribute('data-mantine-color-scheme', scheme);
  var page = document.documentElement;
  page.lang = read('sph.language') === 'en' ? 'en' : 'vi';
  var words = document.createElement('link');
  words.rel = 'modulepreload';
  words.href = page.dataset[page.lang === 'en' ? 'wordsEn' : 'wordsVi'];
  document.head.append(words);
})();
