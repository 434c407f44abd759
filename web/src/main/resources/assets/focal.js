// The point that must be seen, by a click on the picture; the two numbers are the same without, and follow the arrow keys.
const picture = document.querySelector('[data-focal]');
if (picture) pick(picture);

function pick(picture) {
  const inputs = { x: document.getElementById('focalPoint-x'), y: document.getElementById('focalPoint-y') };
  const size = picture.viewBox.baseVal;
  picture.classList.add('takes-clicks');
  picture.addEventListener('click', (event) => {
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(picture.getScreenCTM().inverse());
    inputs.x.value = share(at.x / size.width);
    inputs.y.value = share(at.y / size.height);
    mark();
  });
  for (const input of Object.values(inputs)) input.addEventListener('input', mark);

  function mark() {
    for (const circle of picture.querySelectorAll('circle')) {
      circle.setAttribute('cx', share(inputs.x.value || 0.5) * size.width);
      circle.setAttribute('cy', share(inputs.y.value || 0.5) * size.height);
    }
  }
}

function share(value) {
  return Math.min(1, Math.max(0, Number(value) || 0)).toFixed(2);
}
