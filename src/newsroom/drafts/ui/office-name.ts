/** Cuts a headline at the office's own name, so that it can be shown more quietly than the words that differ. */
export function markOfficeName(
  headline: string,
  office: string,
): readonly { text: string; isOffice: boolean }[] {
  const at = office === '' ? -1 : headline.indexOf(office)
  if (at < 0) return [{ text: headline, isOffice: false }]
  const parts = [
    { text: headline.slice(0, at), isOffice: false },
    { text: office, isOffice: true },
    { text: headline.slice(at + office.length), isOffice: false },
  ]
  return parts.filter((part) => part.text !== '')
}
