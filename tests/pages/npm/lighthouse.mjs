// Lighthouse, as on a phone, for each address given; one JSON line of findings an address.
// Takes: the browser's executable, then the addresses. Run where the packages are installed.
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
// A throw-away profile; the browser talks to nobody but the site.
const FLAGS = [
  "--headless",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  // The list below the browser's own address field is a web page, which would be drawn while ours is measured.
  "--disable-features=WebUIOmniboxPopup,WebUIOmniboxFullPopup,WebUIOmniboxAimPopup",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

const [chromePath, ...addresses] = process.argv.slice(2);
const chrome = await launch({ chromePath, chromeFlags: FLAGS, ignoreDefaultFlags: true });
try {
  for (const address of addresses) {
    const { lhr } = await lighthouse(address, {
      port: chrome.port,
      logLevel: "error",
      onlyCategories: CATEGORIES,
      // Made a picture of for the report that nobody reads.
      disableFullPageScreenshot: true,
    });
    const costly = ({ auditRefs }) =>
      auditRefs
        .filter(({ id, weight }) => weight > 0 && (lhr.audits[id].score ?? 1) < 1)
        .map(({ id }) => `${id}${lhr.audits[id].displayValue ? ` ${lhr.audits[id].displayValue}` : ""}`);
    const categories = Object.values(lhr.categories);
    console.log(
      JSON.stringify({
        address,
        problem: lhr.runtimeError?.message ?? null,
        scores: categories.map(({ score }) => (score === null ? null : Math.round(score * 100))),
        costs: categories.filter(({ score }) => score < 1).flatMap(costly),
        lcp: lhr.audits["largest-contentful-paint"].numericValue / 1000,
        cls: lhr.audits["cumulative-layout-shift"].numericValue,
      }),
    );
  }
} finally {
  chrome.kill();
}
