(async () => {
  const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
  const pending = window.pending || [];
  const end = Date.now() + 5000;
  let count = -1;
  while (count !== pending.length && Date.now() < end) {
    count = pending.length;
    await Promise.race([Promise.allSettled(pending), sleep(5000)]);
    await sleep(20);
  }
  if (document.fonts) await Promise.race([document.fonts.ready, sleep(1000)]);
  while ([...document.images].some((i) => !i.complete && i.loading !== 'lazy') && Date.now() < end) await sleep(20);
  return '';
})()
