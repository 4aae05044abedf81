// Prints the syntax tree of every file named on the command line as JSON, with the places that could not be parsed.
// "-" reads one file from standard input. Exit code 0 says that it ran, not that the files are right.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Language, Parser } from 'web-tree-sitter';

await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(createRequire(import.meta.url).resolve('tree-sitter-bicep/tree-sitter-bicep.wasm')));

// The grammar has no parameter files. "param x = 1" in one is "var x = 1" elsewhere; blanks keep every column where it was.
const asBicep = (path, text) => path.endsWith('.bicepparam') ? text.replace(/^param /gm, 'var   ') : text;

const problems = node => node.isError || node.isMissing
  ? [{ line: node.startPosition.row + 1, column: node.startPosition.column + 1, text: node.isMissing ? `missing ${node.type}` : node.text.slice(0, 80) }]
  : node.hasError ? node.children.flatMap(problems) : [];

const tree = node => ({
  type: node.type,
  line: node.startPosition.row + 1,
  text: node.text,
  children: node.namedChildren.map(tree),
});

const files = process.argv.slice(2).map(path => {
  const text = readFileSync(path === '-' ? 0 : path, 'utf8');
  const root = parser.parse(asBicep(path, text)).rootNode;
  return { path, problems: problems(root), tree: tree(root) };
});
process.stdout.write(JSON.stringify(files));
