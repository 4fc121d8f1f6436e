import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { day, parseForm } from '#lib/forms/index.ts';

const schema = z.object({ on: day() });

function sent(on: string) {
	const data = new FormData();
	data.append('on', on);
	const form = parseForm(schema, data);
	return form.ok ? form.value.on : form.error.issues['on']?.code;
}

describe('a field for a day', () => {
	it.each([
		['2027-01-01', '2027-01-01'],
		// The Tarnovo Constitution is still cited by its day.
		['1879-04-16', '1879-04-16'],
		['2099-12-31', '2099-12-31'],
		['2100-01-01', 'day-out-of-range'],
		['9999-12-31', 'day-out-of-range'],
		['0001-01-01', 'day-out-of-range'],
		['2027-02-29', 'not-a-date'],
		['', 'required'],
	])('takes %s as %s', (text, taken) => {
		expect(sent(text)).toBe(taken);
	});
});
