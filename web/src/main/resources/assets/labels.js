// What a page says of a field by its name, it says with the words people see beside the field; what is no field of the page is no link.
for (const link of document.querySelectorAll('a[data-field]')) {
  const field = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  const label = field?.labels?.[0];
  if (label) link.textContent = label.textContent.trim();
  else if (!field) link.replaceWith(link.textContent);
}
