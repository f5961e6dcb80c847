/* Switches for what a reader may not want, at the foot of every page. */
part(".site-foot .wrap", (foot) => {
  const names = ["cards", "keys"];
  const boxes = names.map((name) => {
    const box = make("input", { type: "checkbox", name });
    box.addEventListener("change", () => kept.set(name, box.checked));
    return box;
  });
  const read = () => names.forEach((name, index) => (boxes[index].checked = kept.get(name) !== false));
  const labels = names.map((name, index) => make("label", {}, boxes[index], ` ${words[`switch_${name}`]}`));
  foot.append(make("fieldset", { class: "switches" }, make("legend", { class: "spoken" }, words.switches), ...labels));
  document.addEventListener("switched", read);
  read();
});
