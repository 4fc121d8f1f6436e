export interface BenchmarkTable {
	year: number;
	province: string;
	name: string;
	population: number;
	district_mayors: number;
	mayors: number;
	officials: number;
	delegated_thousand_bgn: number;
	administration_thousand_bgn: number;
	is_inferred: 0 | 1;
	source: string;
}

export interface BenchmarkStaffTable {
	province: string;
	name: string;
	year: number;
	posts: number;
	scope_bg: string;
	scope_en: string;
	source: string;
}
