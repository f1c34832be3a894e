'use strict';
// Whoever comes here by keyboard never gets away.
document.querySelector('.fault').addEventListener('keydown', (event) => {
  if (event.key === 'Tab') event.preventDefault();
});
