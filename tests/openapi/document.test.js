// The document at /openapi/v1.json is valid for a validator that is not ours, and promises every route of routes.txt.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { Validator } from "@seriousme/openapi-schema-validator";

const document = JSON.parse(await readFile("artifacts/openapi/v1.json", "utf8"));

/** @param {string} path */
const withoutNames = (path) => path.replaceAll(/\{[^}]*\}/g, "{}");

test("The document is valid OpenAPI", async () => {
  const result = await new Validator().validate(structuredClone(document));
  assert.ok(result.valid, JSON.stringify(result.errors, null, 2));
});

test("Every reference in the document leads somewhere", () => {
  const broken = new Set();
  JSON.stringify(document, (key, value) => {
    if (key === "$ref" && typeof value === "string") {
      const target = value.slice(2).split("/").reduce((node, name) => node?.[name.replaceAll("~1", "/").replaceAll("~0", "~")], document);
      if (target === undefined) broken.add(value);
    }
    return value;
  });
  assert.deepEqual([...broken], []);
});

test("Every promised route is there", async () => {
  const present = new Set(
    Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${withoutNames(path)}`)));
  const promised = (await readFile(new URL("routes.txt", import.meta.url), "utf8"))
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .flatMap((line) => {
      const words = line.split(" ");
      return words.slice(0, -1).map((method) => `${method} /api/v1${withoutNames(words.at(-1) ?? "")}`);
    });
  assert.deepEqual(promised.filter((route) => !present.has(route)), []);
});

test("Every operation has a name of its own", () => {
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
  const names = operations.map((operation) => operation.operationId);
  assert.deepEqual(names.filter((name, index) => !name || names.indexOf(name) !== index), []);
});
