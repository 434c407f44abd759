// Draws the OpenAPI descriptions the services publish. Text is only ever set as text.

const services = ["city-service", "content-service", "events-service"];
const deepest = 4;

function element(name, text, ...children) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  made.append(...children);
  return made;
}

/** What a value of this schema looks like, for reading. */
function sample(schema, description, depth = 0) {
  if (schema?.$ref) {
    const name = schema.$ref.split("/").pop();
    return depth > deepest ? name : sample(description.components.schemas[name], description, depth + 1);
  }
  if (schema?.oneOf) return sample(schema.oneOf[0], description, depth);
  if (schema?.type === "array") return [sample(schema.items, description, depth)];
  if (schema?.type !== "object") return schema?.enum?.join(" | ") ?? schema?.format ?? schema?.type ?? "anything";
  const required = new Set(schema.required);
  const all = Object.entries(schema.properties ?? {});
  return Object.fromEntries(
    all.map(([name, property]) => [required.has(name) ? name : `${name}?`, sample(property, description, depth)]));
}

function contents(title, content, description) {
  return Object.entries(content ?? {}).flatMap(([type, media]) => [
    element("h4", `${title}: ${type}`),
    ...(Object.keys(media.schema ?? {}).length
      ? [element("pre", JSON.stringify(sample(media.schema, description), null, 2))]
      : []),
  ]);
}

function parameters(operation) {
  const rows = (operation.parameters ?? []).map(parameter => element("tr", "",
    element("td", "", element("code", parameter.name)),
    element("td", parameter.in + (parameter.required ? ", required" : "")),
    element("td", parameter.schema.enum?.join(" | ") ?? parameter.schema.format ?? parameter.schema.type),
    element("td", parameter.schema.default === undefined ? "" : `default ${parameter.schema.default}`)));
  return rows.length ? [element("table", "", ...rows)] : [];
}

function operation(path, method, details, description) {
  const roles = details["x-roles"]?.join(", ") ?? "everyone";
  const summary = element("summary", "", element("b", method.toUpperCase()), ` ${path} `);
  const who = element("span", roles === "everyone" ? "" : roles);
  who.className = "roles";
  summary.append(who);
  const box = element("details", "", summary);
  box.dataset.words = `${method} ${path} ${roles} ${details.description ?? ""}`.toLowerCase();
  box.addEventListener("toggle", () => {
    if (box.childElementCount > 1) return;
    box.append(
      element("p", details.description ?? ""),
      ...parameters(details),
      ...contents("Body", details.requestBody?.content, description),
      ...Object.entries(details.responses)
        .filter(([status]) => status !== "default")
        .flatMap(([status, response]) => contents(`Answer ${status}`, response.content, description)));
    if (method === "get" && roles === "everyone" && !path.includes("{")) {
      const link = element("a", `Try ${path}`);
      link.href = path;
      box.append(link);
    }
  });
  return box;
}

async function draw(service) {
  const section = element("section", "", element("h2", service));
  document.getElementById("services").append(section);
  const answer = await fetch(`/api/v1/openapi/${service}`).catch(() => null);
  if (!answer?.ok) {
    section.append(element("p", "This service does not answer at the moment."));
    return;
  }
  const description = await answer.json();
  const source = element("a", "openapi.json");
  source.href = answer.url;
  section.append(source);
  for (const [path, methods] of Object.entries(description.paths))
    for (const [method, details] of Object.entries(methods)) section.append(operation(path, method, details, description));
}

document.getElementById("find").addEventListener("input", event => {
  const words = event.target.value.toLowerCase().split(/\s+/);
  for (const box of document.querySelectorAll("details"))
    box.hidden = !words.every(word => box.dataset.words.includes(word));
});
services.forEach(draw);
