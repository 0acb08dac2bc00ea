/** One broken package per rule, made by changing a good one in one place. */
import { writeManifest } from '../../src/targets/scorm12/manifest/write-manifest.ts';
import { buildRawZip, type RawEntry, type RawZip } from './build-raw-zip.ts';

const PAGE =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page</title></head><body><p>Hello</p></body></html>';

type Contents = ReadonlyMap<string, string>;

const goodContents: Contents = new Map([
  ['index.html', PAGE],
  ['player.js', 'var a = 1;'],
  ['theme.css', 'body{color:#123}'],
]);

const zip64Field = Uint8Array.of(1, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0);

function manifestOf(names: Iterable<string>): string {
  return writeManifest({ name: 'sample', title: 'Sample', launch: 'index.html', files: [...names] });
}

function toEntry(name: string, text: string): RawEntry {
  return { name, data: Buffer.from(text) };
}

function build(manifest: string | Uint8Array, contents: Contents, more: readonly RawEntry[] = [], zip: RawZip = {}) {
  const entries = [...contents].map(([name, text]) => toEntry(name, text));
  return buildRawZip([{ name: 'imsmanifest.xml', data: Buffer.from(manifest) }, ...entries, ...more], zip);
}

export function goodPackage(): Uint8Array {
  return build(manifestOf(goodContents.keys()), goodContents);
}

/** A good package with one text of the manifest replaced. Fails when the text is not there. */
function withManifest(from: string | RegExp, to: string): Uint8Array {
  const good = manifestOf(goodContents.keys());
  const changed = good.replace(from, to);
  if (changed === good) throw new Error(`the manifest does not hold ${from}`);
  return build(changed, goodContents);
}

/** A good package with one more file that the manifest lists, or with one file changed. */
function withFile(name: string, text: string): Uint8Array {
  const contents = new Map(goodContents).set(name, text);
  return build(manifestOf(contents.keys()), contents);
}

/** A good package with one more entry, listed when it is a file. */
function withEntry(entry: RawEntry, zip: RawZip = {}): Uint8Array {
  const names = entry.name.endsWith('/') ? [] : [entry.name];
  return build(manifestOf([...goodContents.keys(), ...names]), goodContents, [entry], zip);
}

function inBody(html: string): Uint8Array {
  return withFile('index.html', PAGE.replace('<p>Hello</p>', html));
}

function inHead(html: string): Uint8Array {
  return withFile('index.html', PAGE.replace('<title>', `${html}<title>`));
}

const data = Buffer.from('data');
const item = '<item identifier="item-sample" identifierref="resource-sample" isvisible="true">';
const endOfTitle = '</title>\n      </item>';

/** By code: packages that each break that rule, with a name for the test. */
export const brokenPackages: Readonly<Record<string, Readonly<Record<string, () => Uint8Array>>>> = {
  CW6000: {
    'an empty file': () => new Uint8Array(),
    'a web page': () => Buffer.from(PAGE),
    'a zip cut off': () => goodPackage().slice(0, -60),
    'bytes behind the end': () => build(manifestOf([]), new Map(), [], { trailing: data }),
    'a damaged directory': () => {
      const zip = Buffer.from(goodPackage());
      zip.fill(0, zip.length - 200, zip.length - 100);
      return zip;
    },
  },
  CW6001: {
    'a bomb that tells the truth': () => withEntry({ name: 'bomb.txt', data: Buffer.alloc(30_000_000) }),
    'a bomb that claims 3 GB': () => withEntry({ name: 'bomb.txt', data, size: 3_000_000_000 }),
    'many entries that claim 9 MB each': () =>
      buildRawZip(Array.from({ length: 120 }, (_, i) => ({ name: `f${i}.txt`, data, size: 9_000_000 }))),
    'too many entries': () =>
      buildRawZip(Array.from({ length: 20_001 }, (_, i) => ({ name: `f${i}.txt`, data: new Uint8Array(), method: 0 }))),
  },
  CW6002: {
    'a comment': () => build(manifestOf(goodContents.keys()), goodContents, [], { comment: 'made by hand' }),
    'bytes in front': () => buildRawZip([{ ...toEntry('imsmanifest.xml', '<a/>'), gap: Buffer.from('MZ stub') }]),
    'bytes between entries': () => withEntry({ name: 'more.txt', data, gap: Buffer.alloc(9) }),
  },
  CW6003: {
    'a wrong checksum': () => withEntry({ name: 'more.txt', data, crc: 1 }),
    'a size that is too small': () => withEntry({ name: 'more.txt', data: Buffer.alloc(500), size: 7 }),
    'a size that is too large': () => withEntry({ name: 'more.txt', data, size: 99 }),
  },
  CW6004: {
    'a path that leads out': () => withEntry({ name: '../evil.txt', data }),
    'a path that leads out later': () => withEntry({ name: 'a/../../evil.txt', data }),
    'an absolute path': () => withEntry({ name: '/etc/evil.txt', data }),
    backslashes: () => withEntry({ name: 'a\\b.txt', data }),
    'a drive': () => withEntry({ name: 'c:evil.txt', data }),
    'a NUL': () => withEntry({ name: 'a\0.txt', data }),
  },
  CW6005: {
    'capital letters': () => withFile('Read.txt', 'x'),
    'a blank': () => withFile('read me.txt', 'x'),
    'no extension': () => withFile('license', 'x'),
    'a long name': () => withFile(`${'x'.repeat(70)}.txt`, 'x'),
    'a long path': () => withFile(`${'abcdefghi/'.repeat(10)}x.txt`, 'x'),
  },
  CW6006: { 'stored with a descriptor': () => withEntry({ name: 'more.txt', data, method: 0, flags: 8 }) },
  CW6007: {
    'another compression': () => withEntry({ name: 'more.txt', data, method: 12 }),
    encryption: () => withEntry({ name: 'more.txt', data, flags: 1 }),
    'a 64-bit field': () => withEntry({ name: 'more.txt', data, extra: zip64Field }),
  },
  CW6008: { 'an entry twice': () => withEntry({ name: 'theme.css', data }) },
  CW6009: { 'names that differ in case': () => withFile('Theme.css', 'b{}') },
  CW6010: { 'a folder with data': () => withEntry({ name: 'images/', data, method: 0 }) },
  CW6011: {
    'a program': () => withFile('run.php', 'x'),
    'a hidden file': () => withFile('.htaccess', 'x'),
    'php in a name': () => withFile('myphpinfo.txt', 'x'),
  },
  CW6012: {
    'a symbolic link': () => withEntry({ name: 'logo.png', data: Buffer.from('/etc/passwd'), mode: 0o120777 }),
  },
  CW6013: { 'one name in two folders': () => withFile('other/theme.css', 'b{}') },
  CW6014: {
    'two names': () => withEntry({ name: 'more.txt', localName: 'evil.txt', data }),
    'overlapping entries': () => overlapEntries(),
  },
  CW6020: {
    'no manifest': () => buildRawZip([toEntry('index.html', PAGE)]),
    'a folder around everything': () => buildRawZip([toEntry('course/imsmanifest.xml', manifestOf([]))]),
    'capital letters': () => buildRawZip([toEntry('IMSManifest.xml', manifestOf([]))]),
    'a second one': () => withFile('old/imsmanifest.xml', manifestOf([])),
  },
  CW6021: {
    'a bare ampersand': () => withManifest('Sample', 'R & D'),
    'an unknown entity': () => withManifest('Sample', '&eacute;'),
    'an open element': () => withManifest('</resources>', ''),
    'no text at all': () => build('', goodContents),
    'bytes that are not UTF-8': () =>
      build(Buffer.from(manifestOf([]).replace('Sample', 'Caf\xe9'), 'latin1'), new Map()),
  },
  CW6022: {
    'a byte order mark': () => withManifest('<?xml', '\ufeff<?xml'),
    'Latin-1': () => withManifest('UTF-8', 'ISO-8859-1'),
    'no declaration': () => withManifest(/^<\?xml.*\n/, ''),
  },
  CW6023: {
    'a document type': () =>
      withManifest('<manifest', '<!DOCTYPE manifest [<!ENTITY a SYSTEM "file:///etc/passwd">]><manifest'),
    'a style sheet': () => withManifest('<manifest', '<?xml-stylesheet href="a.xsl"?><manifest'),
    'a numeric reference': () => withManifest('Sample', 'R &#38; D'),
  },
  CW6024: {
    'SCORM 2004': () =>
      withManifest('http://www.imsproject.org/xsd/imscp_rootv1p1p2', 'http://www.imsglobal.org/xsd/imscp_v1p1'),
    'no second namespace': () => withManifest(/ xmlns:adlcp="[^"]*"/, ''),
  },
  CW6025: {
    'a prefix for everything': () => withManifest(/[\s\S]*/, prefixAll(manifestOf(goodContents.keys()))),
    'another prefix': () =>
      withManifest(/[\s\S]*/, manifestOf(goodContents.keys()).replaceAll('adlcp:', 'adl:').replace(':adlcp', ':adl')),
  },
  CW6026: {
    'the wrong order': () => withManifest(/(<organizations[\s\S]*<\/organizations>)([\s\S]*<\/resources>)/, '$2$1'),
    'no resources': () => withManifest(/<resources>[\s\S]*<\/resources>/, ''),
    'another root': () => withManifest(/<manifest([\s\S]*)<\/manifest>/, '<course$1</course>'),
    'an unknown element': () => withManifest('<item', '<chapter/><item'),
    'a title behind its items': () => withManifest(/(<title>Sample<\/title>)([\s\S]*<\/item>)/, '$2$1'),
  },
  CW6027: {
    'a manifest inside': () =>
      withManifest('</resources>', '</resources><manifest identifier="sub"><organizations/><resources/></manifest>'),
  },
  CW6028: {
    'another version': () => withManifest('>1.2<', '>CAM 1.3<'),
    'another schema': () => withManifest('ADL SCORM', 'IMS'),
  },
  CW6029: {
    blanks: () => withManifest('>1.2<', '> 1.2 <'),
    'no metadata': () => withManifest(/<metadata>[\s\S]*<\/metadata>/, ''),
  },
  CW6030: { 'a base': () => withManifest('<resources>', '<resources xml:base="">') },
  CW6031: {
    'used twice': () => withManifest('"org">\n      <title>', '"item-sample">\n      <title>'),
    'not a name': () => withManifest('identifier="manifest-sample"', 'identifier="1 sample"'),
    missing: () => withManifest(' identifier="manifest-sample"', ''),
  },
  CW6032: {
    'only case differs': () => withManifest('identifier="manifest-sample"', 'identifier="ITEM-sample"'),
    'a letter outside A to Z': () => withManifest('identifier="manifest-sample"', 'identifier="übung"'),
    'a long one': () => withManifest('identifier="manifest-sample"', `identifier="${'x'.repeat(101)}"`),
  },
  CW6033: {
    'a default that is not there': () => withManifest('default="org"', 'default="other"'),
    'no default': () => withManifest(' default="org"', ''),
    'no organization': () => withManifest(/<organization [\s\S]*<\/organization>/, ''),
  },
  CW6034: {
    'two organizations': () =>
      withManifest('</organization>', '</organization><organization identifier="b"><title>B</title></organization>'),
  },
  CW6035: { 'a long title': () => withManifest('Sample', 'x'.repeat(201)) },
  CW6036: {
    'no title': () => withManifest('<title>Sample</title>', ''),
    'an empty title': () => withManifest('>Sample<', '> <'),
    markup: () => withManifest('Sample', '&lt;b&gt;Sample&lt;/b&gt;'),
    'a line break': () => withManifest('Sample', 'Sam\nple'),
    'a zero': () => withManifest('Sample', '0'),
    'a blank between entities': () => withManifest('Sample', 'A&amp; &amp;B'),
  },
  CW6037: {
    'a resource that is not there': () => withManifest('identifierref="resource-sample"', 'identifierref="gone"'),
    'no resource': () => withManifest(' identifierref="resource-sample"', ''),
  },
  CW6038: {
    'not visible': () => withManifest('isvisible="true"', 'isvisible="false"'),
    'nothing said': () => withManifest(' isvisible="true"', ''),
    parameters: () => withManifest(item, item.replace('>', ' parameters="?a=1">')),
  },
  CW6039: {
    prerequisites: () =>
      withManifest(endOfTitle, '</title><adlcp:prerequisites type="aicc_script">a</adlcp:prerequisites></item>'),
    datafromlms: () => withManifest(endOfTitle, '</title><adlcp:datafromlms>a</adlcp:datafromlms></item>'),
  },
  CW6040: {
    'a masteryscore': () => withManifest(endOfTitle, '</title><adlcp:masteryscore>80</adlcp:masteryscore></item>'),
  },
  CW6041: {
    'two items': () => withManifest(item, `${item.replace('item-sample', 'item-b')}<title>B</title></item>${item}`),
  },
  CW6042: { 'no item': () => withManifest(/<item[\s\S]*<\/item>/, '') },
  CW6043: {
    'no href': () => withManifest(' href="index.html">', '>'),
    'a file that is not there': () => withManifest(' href="index.html">', ' href="gone.html">'),
    'a network address': () => withManifest(' href="index.html">', ' href="https://example.org/a.html">'),
    'another type': () => withManifest('type="webcontent"', 'type="text/html"'),
    'the spelling of SCORM 2004': () => withManifest('adlcp:scormtype', 'adlcp:scormType'),
    'an unknown kind': () => withManifest('"sco"', '"SCO"'),
  },
  CW6044: {
    'not the first': () =>
      withManifest(
        '<resource ',
        '<resource identifier="a" type="webcontent" adlcp:scormtype="asset" href="theme.css"><file href="theme.css"/></resource><resource ',
      ),
    'an asset': () => withManifest('"sco"', '"asset"'),
    'not a page at the top': () => withManifest(' href="index.html">', ' href="player.js">'),
    'a query': () => withManifest(' href="index.html">', ' href="index.html?a=1">'),
  },
  CW6045: {
    'not in the zip': () => withManifest('<file href="theme.css"/>', '<file href="theme.css"/><file href="gone.css"/>'),
    'another case': () => withManifest('<file href="theme.css"/>', '<file href="THEME.css"/>'),
    'a query': () => withManifest('<file href="theme.css"/>', '<file href="theme.css?v=1"/>'),
    'a path that leads out': () => withManifest('<file href="theme.css"/>', '<file href="../theme.css"/>'),
  },
  CW6046: { 'a file left off': () => withManifest('<file href="theme.css"/>', '') },
  CW6047: {
    'a file twice': () => withManifest('<file href="theme.css"/>', '<file href="theme.css"/><file href="theme.css"/>'),
  },
  CW6048: {
    'one of four': () => withEntry({ name: 'ims_xml.xsd', data }),
    'named, not there': () =>
      withManifest(
        '<manifest',
        '<manifest xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://a.example imscp_rootv1p1p2.xsd"',
      ),
  },
  CW6050: {
    'a script from elsewhere': () => inBody('<script src="https://cdn.example/a.js"></script>'),
    'without a scheme': () => inBody('<SCRIPT SRC = //cdn.example/a.js></SCRIPT>'),
  },
  CW6051: {
    'a handler': () => inBody('<button onclick="go()">Go</button>'),
    'a handler without quotes': () => inBody('<img src=a.png ONERROR=go()>'),
    'a javascript address': () => inBody('<a href=" JavaScript:go()">Go</a>'),
    'inside a picture': () => withFile('figure.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="go()"/>'),
  },
  CW6052: {
    eval: () => withFile('player.js', 'eval("1")'),
    Function: () => withFile('player.js', 'new Function("1")'),
    atob: () => withFile('player.js', 'window.atob("MQ==")'),
    'btoa in a page': () => inBody('<script>btoa("1")</script>'),
  },
  CW6053: { 'no charset': () => withFile('index.html', PAGE.replace('<meta charset="utf-8">', '')) },
  CW6054: {
    'a picture': () => inBody('<img src="http://example.org/a.png" alt="">'),
    'a style sheet': () => inHead('<link rel="stylesheet" href="https://fonts.example/a.css">'),
    'from the root': () => inBody('<img src="/a.png" alt="">'),
    'in a style sheet': () => withFile('theme.css', 'body{background:url("//example.org/a.png")}'),
    'an insecure link': () => inBody('<a href="http://example.org">Out</a>'),
    'one of several sizes': () => inBody('<img src="a.png" srcset="a.png 1x, https://example.org/b.png 2x" alt="">'),
    'a request': () => withFile('player.js', 'fetch("https://example.org/a.json")'),
  },
  CW6055: {
    'a module': () => inBody('<script type="module" src="player.js"></script>'),
    'an import map': () => inBody('<script type="importmap">{}</script>'),
    'a service worker': () => withFile('player.js', 'navigator.serviceWorker.register("a.js")'),
  },
  CW6056: {
    'a listener': () => withFile('player.js', 'addEventListener("unload", f)'),
    'a property': () => withFile('player.js', 'window.onunload = f'),
  },
  CW6057: { 'a type of its own': () => withFile('film.mkv', 'x') },
  CW6058: { 'over 100 MB': () => withEntry({ name: 'film.mp4', data: Buffer.alloc(100_000_001), method: 0 }) },
  CW6059: { 'over 500 MB': () => Buffer.alloc(500_000_001) },
};

/** Two entries of the directory that share one piece of data, as quines and better bombs do. */
function overlapEntries(): Uint8Array {
  const zip = Buffer.from(withEntry({ name: 'theme.css', data }));
  const second = zip.lastIndexOf('theme.css') - 46;
  const first = zip.lastIndexOf('theme.css', second) - 46;
  zip.copy(zip, second + 16, first + 16, first + 28);
  zip.copy(zip, second + 42, first + 42, first + 46);
  return zip;
}

function prefixAll(manifest: string): string {
  return manifest.replace(/<(\/?)([a-z])/g, '<$1cp:$2').replace('xmlns=', 'xmlns:cp=');
}
