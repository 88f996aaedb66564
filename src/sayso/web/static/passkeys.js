/* Passkeys: the browser asks for one, the server checks it. Without this a password
   signs in. */
"use strict";

const byId = (id) => document.getElementById(id);
const knows =
  window.isSecureContext &&
  typeof window.PublicKeyCredential?.parseRequestOptionsFromJSON === "function" &&
  typeof window.PublicKeyCredential.parseCreationOptionsFromJSON === "function";

async function send(path, record) {
  const answer = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(record),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

async function signIn(to) {
  const asked = await send("/sign-in/passkey/begin", {});
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(asked);
  const credential = await navigator.credentials.get({ publicKey });
  return send("/sign-in/passkey", { credential: credential.toJSON(), to });
}

async function add(label) {
  const asked = await send("/passkeys/begin", {});
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(asked);
  const credential = await navigator.credentials.create({ publicKey });
  return send("/passkeys/add", { credential: credential.toJSON(), label });
}

/* One at a time; what goes wrong is said, and may be tried again. */
async function run(button, work) {
  button.disabled = true;
  byId("failed").hidden = true;
  try {
    location.assign((await work()).to);
  } catch {
    byId("failed").hidden = false;
    button.disabled = false;
  }
}

const button = byId("passkey");
const form = byId("add");
if (knows && button) {
  button.hidden = false;
  button.addEventListener("click", () => run(button, () => signIn(button.dataset.to)));
}
if (knows && form) {
  form.hidden = false;
  byId("unknown").hidden = true;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    run(form.querySelector("button"), () => add(byId("label").value));
  });
}
