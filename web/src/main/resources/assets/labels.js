// What a page says of a field by its name, it says with the words people see beside the field.
for (const link of document.querySelectorAll('a[data-field]')) {
  const label = document.getElementById(decodeURIComponent(link.hash.slice(1)))?.labels?.[0];
  if (label) link.textContent = label.textContent.trim();
}
