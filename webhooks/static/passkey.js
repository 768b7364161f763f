"use strict";
// Signs in by a passkey, and makes new ones. Browsers that cannot are offered neither.
const json = { "content-type": "application/json" };

const signIn = async () => {
  const asked = await fetch("/passkeys/asked", { method: "POST" });
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await asked.json());
  const answer = await navigator.credentials.get({ publicKey });
  const body = JSON.stringify(answer.toJSON());
  const told = await fetch("/passkeys/sign-in", { method: "POST", headers: json, body });
  if (!told.ok) throw new Error("turned down");
  location.assign(await told.text());
};

const make = async (mark) => {
  const marked = { "x-mark": mark };
  const asked = await fetch("/me/passkeys/asked", { method: "POST", headers: marked });
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(await asked.json());
  const made = await navigator.credentials.create({ publicKey });
  const body = JSON.stringify(made.toJSON());
  const told = await fetch("/me/passkeys", { method: "POST", headers: { ...json, ...marked }, body });
  if (!told.ok) throw new Error("turned down");
  location.reload();
};

const place = document.getElementById("passkey");
if (place && window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
  place.hidden = false;
  place.querySelector("button").addEventListener("click", () => {
    const mark = place.dataset.mark;
    (mark ? make(mark) : signIn()).catch(() => {
      document.getElementById("passkey-failed").hidden = false;
    });
  });
}
