import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { day, dayIn, optionalDay, parseForm } from '#lib/forms/index.ts';

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

	it.each([
		['', null],
		[' ', null],
		['2027-01-01', '2027-01-01'],
		['9999-12-31', 'day-out-of-range'],
		['утре', 'not-a-date'],
	])('that may stay empty takes „%s“ as %s', (text, taken) => {
		const data = new FormData();
		data.append('on', text);
		const form = parseForm(z.object({ on: optionalDay() }), data);
		expect(form.ok ? form.value.on : form.error.issues['on']?.code).toBe(taken);
	});
});

describe('a day that an address names', () => {
	it.each([
		['on=2027-01-01', '2027-01-01'],
		// The days around these two cannot be counted.
		['on=9999-12-31', null],
		['on=0000-01-01', null],
		['on=2027-02-29', null],
		['', null],
	])('%s is %s', (search, day) => {
		expect(dayIn(new URLSearchParams(search), 'on')).toBe(day);
	});
});
