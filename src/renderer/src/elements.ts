/** Makes an element with its attributes and children. Text becomes a text node, so that nothing in it is markup. */
export function createElement(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly (HTMLElement | string)[],
): HTMLElement {
  const element = document.createElement(name)
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value)
  element.append(...children)
  return element
}
