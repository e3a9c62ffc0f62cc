// Style sheets that come with a chunk: a function that loads the one of this name, once.

const load = (href) =>
  new Promise((resolve, reject) => {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href, onload: resolve });
    link.onerror = () => {
      // The next attempt loads it anew.
      link.remove();
      reject(new Error(href));
    };
    document.head.append(link);
  });

export const sheets = (hrefs) => {
  const loading = {};
  return (name) => (loading[name] ??= load(hrefs[name]).catch((why) => ((loading[name] = undefined), Promise.reject(why))));
};
