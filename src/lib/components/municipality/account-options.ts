/** Accounts to choose from: „konsultant – Ива Петрова“. */
export function accountOptions(
	accounts: readonly { readonly id: string; readonly username: string; readonly name: string }[],
): readonly { readonly value: string; readonly label: string }[] {
	return accounts.map(({ id, username, name }) => ({ value: id, label: `${username} – ${name}` }));
}
