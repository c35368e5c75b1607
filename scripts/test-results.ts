import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { projectFolder } from './house.ts';

/** One row of the closing table. */
export interface PackageResult {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Something other than a failed test: no results, no tests, a file that could not be read. */
  readonly fault: string | null;
  /** Each failed test with its file and the first line of why: what stands above of it is lost in what the others print. */
  readonly failures: readonly string[];
}

/** The parts of vitest's JSON that are counted. */
interface VitestJson {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages?: readonly string[];
    }[];
  }[];
}

export interface TestedPackage {
  readonly name: string;
  readonly folder: string;
}

/** Every package that has tests to run: a `test` script. */
export function listTestedPackages(root = projectFolder): readonly TestedPackage[] {
  const folders = ['apps', 'packages'].flatMap((parent) =>
    readdirSync(join(root, parent)).map((child) => join(root, parent, child)),
  );
  return [...folders, ...['scripts', 'e2e', 'bench'].map((folder) => join(root, folder))].flatMap((folder) => {
    const file = join(folder, 'package.json');
    if (!existsSync(file)) return [];
    const { name, scripts } = JSON.parse(readFileSync(file, 'utf8')) as {
      name: string;
      scripts?: Record<string, string>;
    };
    return scripts?.['test'] ? [{ name, folder }] : [];
  });
}

const resultFile = ({ folder }: TestedPackage) => join(folder, '.test-results', 'vitest.json');

/** Yesterday's results must not stand for a run that broke off today. */
export function removeOldResults(packages: readonly TestedPackage[]): void {
  for (const tested of packages) rmSync(resultFile(tested), { force: true });
}

export function readResult(tested: TestedPackage): PackageResult {
  const none = { name: tested.name, passed: 0, failed: 0, skipped: 0, failures: [] };
  const file = resultFile(tested);
  if (!existsSync(file)) return { ...none, fault: 'left no results' };
  return { name: tested.name, ...count(JSON.parse(readFileSync(file, 'utf8')) as VitestJson) };
}

/** A file that broke outside of its tests, while it was read or in a hook, counts as one failure: not all of it passed. */
export function count(json: VitestJson): Omit<PackageResult, 'name'> {
  const broken = json.testResults.filter(isBroken);
  const passed = json.numPassedTests;
  const failed = json.numFailedTests + broken.length;
  const skipped = json.numPendingTests + json.numTodoTests;
  const fault = passed + failed + skipped === 0 ? 'ran no tests' : null;
  return { passed, failed, skipped, fault, failures: json.testResults.flatMap(failuresOf) };
}

type FileResult = VitestJson['testResults'][number];

function isBroken({ status, assertionResults }: FileResult): boolean {
  return status === 'failed' && assertionResults.every((test) => test.status !== 'failed');
}

function failuresOf(result: FileResult): string[] {
  const file = basename(result.name);
  if (isBroken(result)) return [`${file}: ${firstLine(result.message) || 'broke outside of its tests (see above)'}`];
  return result.assertionResults
    .filter((test) => test.status === 'failed')
    .map(({ fullName, failureMessages }) => `${file}: ${fullName}: ${firstLine(failureMessages?.[0])}`);
}

const firstLine = (text = '') => stripVTControlCharacters(text).split('\n', 1)[0];
