(() => {
  const out = [
    [document.contentType, document.compatMode, document.title, location.href, document.baseURI, document.referrer.split('/')[2]].join(' ; '),
    document.characterSet,
  ];
  const urls = ['href', 'src', 'currentSrc', 'action', 'formAction', 'poster', 'cite', 'data', 'longDesc', 'background', 'ping', 'content', 'codeBase', 'archive'];
  const styles = ['color', 'backgroundColor', 'backgroundImage', 'listStyleImage', 'borderImageSource', 'cursor', 'content', 'fontFamily', 'display', 'visibility', 'fill', 'filter', 'maskImage', 'outlineColor'];
  const resolved = (name, v) => {
    try {
      return (name === 'ping' ? v.trim().split(/\s+/) : [v]).map((u) => new URL(u, document.baseURI).href).join(' ');
    } catch {
      return v.trim();
    }
  };
  // What is shown as it is written is as long as its URLs are.
  const raw = !/html|svg/.test(document.contentType);
  const walk = (root) => {
    for (const e of root.querySelectorAll('*')) {
      const r = e.getBoundingClientRect();
      const s = getComputedStyle(e);
      const line = [e.localName, raw ? '' : [r.x, r.y, r.width, r.height].map((n) => n.toFixed(1)).join(',')];
      for (const k of styles) line.push(s[k]);
      if (e.localName !== 'meta' && e.localName !== 'base') {
        for (const k of urls) {
          const v = e[k] && e[k].baseVal !== undefined ? e[k].baseVal : e[k];
          if (typeof v === 'string' && v) line.push(k + ': ' + resolved(k, v));
        }
      }
      if (e.naturalWidth !== undefined) line.push(e.naturalWidth + 'x' + e.naturalHeight + e.complete);
      out.push(line.join(' ; '));
      const b = getComputedStyle(e, '::before').content + getComputedStyle(e, '::after').content;
      if (b !== 'nonenone' && b !== 'normalnormal') out.push(b);
      if (e.shadowRoot) walk(e.shadowRoot);
    }
  };
  walk(document);
  const root = document.documentElement;
  out.push(root ? root.innerText || root.textContent : '');
  return JSON.stringify(out);
})()
