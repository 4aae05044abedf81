// Says below each long text how much room is left. Without it the page says how much there is.
'use strict';

for (const note of document.querySelectorAll('[data-most]')) {
  const field = document.getElementById(note.id.replace(/-length$/, ''));
  const spoken = note.parentElement.appendChild(document.createElement('p'));
  spoken.className = 'hide';
  spoken.setAttribute('aria-live', 'polite');
  const numbers = new Intl.NumberFormat(document.documentElement.lang);
  let waiting;

  // As the server counts: a line break is one character, and what stands around the text is none.
  const show = () => {
    const left = Number(note.dataset.most) - field.value.trim().length;
    const words = left < 0 ? note.dataset.over : note.dataset.left;
    note.textContent = words.replace('{n}', numbers.format(Math.abs(left)));
    note.classList.toggle('error', left < 0);
    clearTimeout(waiting);
    // Not at every letter, or whoever hears the page hears nothing else.
    waiting = setTimeout(() => { spoken.textContent = note.textContent; }, 1000);
  };

  field.addEventListener('input', show);
  if (field.value.length > 0) {
    show();
  }
}
