import { expect, it } from 'vitest';
import { uploadText } from '../../src/cli/upload-text.ts';

const row = (file: string, ...steps: readonly string[]) => ({ file, upload: [{ lms: 'Moodle 4.5', steps }] });

it('names the zip of a package that was built alone', () => {
  expect(uploadText([row('one.zip', 'Drop one.zip.', 'Save.')])).toEqual([
    'How to upload to Moodle 4.5:',
    '  - Drop one.zip.',
    '  - Save.',
    '',
  ]);
});

it('tells once what holds for all packages, and names those of which something else holds', () => {
  expect(
    uploadText([
      row('a.zip', 'Drop a.zip.', 'No grade.', 'Save.'),
      row('sub/b.zip', 'Drop b.zip.', 'Grade: 100.', 'Save.'),
      row('c.zip', 'Drop c.zip.', 'Grade: 100.', 'Save.'),
    ]),
  ).toEqual([
    'How to upload to Moodle 4.5, each zip by itself:',
    '  - Drop the zip.',
    '  - a.zip: No grade.',
    '  - All others: Grade: 100.',
    '  - Save.',
    '',
  ]);
});

it('leaves no step of any package out where one has more of them', () => {
  const lines = uploadText([row('a.zip', 'Drop.', 'Save.'), row('b.zip', 'Drop.', 'Grade: 100.', 'Save.')]);
  expect(lines.slice(1, -1)).toEqual(['  - Drop.', '  - a.zip: Save.', '  - b.zip: Grade: 100.', '  - b.zip: Save.']);
});

it('shows Moodle and Canvas alone', () => {
  const upload = ['Moodle 4.5', 'Brightspace', 'Canvas'].map((lms) => ({ lms, steps: ['Save.'] }));
  expect(uploadText([{ file: 'a.zip', upload }]).filter((line) => line.startsWith('How'))).toEqual([
    'How to upload to Moodle 4.5:',
    'How to upload to Canvas:',
  ]);
  expect(uploadText([])).toEqual([]);
});
