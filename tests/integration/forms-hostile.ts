/** What nobody who means well would send. */
export const SCRIPT = '<script>alert(1)</script>"\'&';
export const HUGE = 'я'.repeat(500_000);

/** One of each sort; a field either refuses it or keeps it as the plain text it is. */
export const HOSTILE: Readonly<Record<string, string>> = {
	nothing: '',
	spaces: ' \t ',
	negative: '-1',
	'not a number': 'NaN',
	'beyond numbers': '1e999',
	'a huge number': '9'.repeat(400),
	'a day that is none': '2026-02-30',
	'control characters': 'а\u0000\u0007\u001bб',
	'half a character': 'а\ud83d',
	markup: SCRIPT,
	formula: '=HYPERLINK("http://evil.example","х")',
	'a path upwards': '../../../etc/passwd',
	'a database command': "'; drop table user; --",
	'an unknown key': 'nyama-takova',
	'a name of objects': '__proto__',
	json: '{"$ne":null}',
};

/** Ends of addresses that lead nowhere. */
export const WRONG_KEYS = [
	'nyama',
	'..%2f..%2fetc%2fpasswd',
	'%00',
	'%E0%A4%A',
	'__proto__',
	'constructor',
	encodeURIComponent(SCRIPT),
	encodeURIComponent("'; drop table user; --"),
	encodeURIComponent('НЯМА'),
	'x'.repeat(3000),
];

/** What may stand behind the question mark of any address. */
export const WRONG_QUESTIONS = [
	'version=nyama',
	'version=',
	`q=${encodeURIComponent(SCRIPT)}`,
	`q=${'%D1%8F'.repeat(2000)}`,
	'page=-1&year=NaN&size=1e9&top=0',
	'page=99999999999999999999&year=2999&from=2026-13-45&to=x',
	'sort=__proto__&of=constructor&tab=toString&lens=x&view=x&kind=x&role=x&status=x',
	'unit=nyama&function=nyama&post=nyama&area=nyama&other=nyama&scenario=nyama&ref=%00&ref2=%00',
	'version=a&version=b&%5B%5D=1&=&&&',
];
