/** How soon a browser asks again by itself, in seconds. */
const AGAIN = 5;

/** The headers of {@link fillingPage}. */
export const fillingHeaders = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  'Retry-After': String(AGAIN),
  Refresh: String(AGAIN),
} as const;

/** What whoever opens the page sees while a node is filled, in both languages, with how far it is; it loads itself again. */
export function fillingPage(howFar: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Rectify</title>
<style>
  :root { color-scheme: light dark }
  body { max-width: 40rem; margin: 15vh auto 0; padding: 0 1.5rem; font: 1rem/1.5 system-ui, sans-serif }
</style>
<h1>Rectify</h1>
<p>The lists are being built anew from the records. Nothing is lost; this page opens by itself when they are ready.</p>
<p lang="zh-CN">正在根据记录重新生成列表。数据没有丢失；完成后本页自动打开。</p>
<p>${escaped(howFar)}</p>
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
