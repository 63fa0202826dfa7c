// Run by Lighthouse CI in its browser before the page is measured: brings along what a shopper's browser holds.
// The session comes by standard input, so that no cookie is in a file, a command line or an environment.
'use strict';

const fs = require('fs');

module.exports = async browser => {
  const session = JSON.parse(fs.readFileSync(0, 'utf8'));
  const page = await browser.newPage();
  if (session.cookies.length) await browser.setCookie(...session.cookies);
  await page.setRequestInterception(true);
  page.on('request', request => request.respond({status: 200, contentType: 'text/html', body: '<!doctype html>'}));
  for (const {origin, localStorage: items} of session.origins) {
    await page.goto(origin); // answered above: nothing is asked of the shop
    await page.evaluate(pairs => pairs.forEach(({name, value}) => localStorage.setItem(name, value)), items);
  }
  await page.close();
};
