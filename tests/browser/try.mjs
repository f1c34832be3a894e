import { chromium } from 'playwright-core';
import { launch, addressOf } from './browser.mjs';
import { readablePagesOf } from './pages.mjs';
import { serve } from './server.mjs';
const site={name:'s',folder:'../../target/search-out'};
const b=await launch(); const s=await serve(site.folder); const p=await b.newPage();
let t=0;
for (const pg of readablePagesOf(site).filter(x=>x.language==='en' && !['search','a-z','not-found','whole-plan','actions'].includes(x.kind))) { await p.goto(addressOf(s.address,pg)); t+=(await p.locator('main').innerText()).length; }
console.log('visible', t);
await p.goto(s.address+'search.html');
const qs=process.argv.slice(2);
p.on('console',m=>console.log(m.text()));p.on('pageerror',m=>console.log(m));
for (const q of qs){ await p.fill('[name=q]',q); await p.waitForFunction(()=>window.boardplanSearchIndex); 
 console.log(q,'=>',await p.evaluate(()=>[document.querySelector('[data-search-summary]').textContent,...[...document.querySelectorAll('.search-result')].slice(0,4).map(x=>x.innerText.replace(/\n+/g,' | ').slice(0,200))])); }
await b.close(); await s.close();
