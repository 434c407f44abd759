// A link in a mail has its secret behind the #, which browsers keep to themselves; here it is handed over. Who comes back to this tab
// from the payment provider, which is not told the secret, is led on by what the tab remembers.
const form = document.querySelector('form[data-link]');
const [, kind, id, token] = location.pathname.split('/');
const remembered = `${kind}/${id}`;
const secret = location.hash.slice(1) || sessionStorage.getItem(remembered);
if (token) {
  sessionStorage.setItem(remembered, token);
} else if (form && secret) {
  form.elements.namedItem('link').value = secret;
  form.submit();
}
