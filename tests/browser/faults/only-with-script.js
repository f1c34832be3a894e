'use strict';
document.querySelector('.fault').textContent = 'In an emergency call the number that only this script knows.';
