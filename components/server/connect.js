// Streamlit's frame opens the websocket at once if it knows the address and the settings of the
// server. Otherwise it asks for them first, on most pages below the address of the page, where
// nothing answers, and then waits 100 ms. No origin ends in "invalid" (RFC 6761), so that no page
// which shows the Atlas in a frame can send it messages, as in Streamlit's configuration.
globalThis.__streamlit = {
  BACKEND_BASE_URL: location.origin + location.pathname.replace(/[^/]*$/u, ""),
  HOST_CONFIG: { allowedOrigins: ["https://none.invalid"], useExternalAuthToken: false },
};
