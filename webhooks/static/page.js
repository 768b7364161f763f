"use strict";
// Pages that were read can be read again without a network.
if ("serviceWorker" in navigator) navigator.serviceWorker.register("/sw.js");
