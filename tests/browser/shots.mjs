import { launch } from './browser.mjs';
import { serve } from './server.mjs';
const b=await launch(); const s=await serve('../../target/search-out');
const out=process.argv[2];
for (const [n,w,cs] of [['wide',1280,'light'],['phone',320,'light'],['dark',1280,'dark']]) {
 const c=await b.newContext({viewport:{width:w,height:n==='phone'?740:800},colorScheme:cs}); const p=await c.newPage();
 for (const [k,u] of [['home','index.html'],['search','search.html?q=neglect'],['none','search.html?q=qqqqq'],['empty','search.html'],['az','a-z.html'],['cy','cy/search.html?q=plant']]) { await p.goto(s.address+u); await p.waitForTimeout(300); await p.screenshot({path:`${out}/${k}-${n}.png`}); }
 await c.close();
}
const c=await b.newContext({viewport:{width:320,height:740},javaScriptEnabled:false}); const p=await c.newPage(); await p.goto(s.address+'search.html?q=x'); await p.screenshot({path:`${out}/noscript.png`});
await b.close(); await s.close();
