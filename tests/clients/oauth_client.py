"""Shows that apps of others can be let in: Authlib, which was written for any server, completes both flows.

    python3 oauth_client.py http://127.0.0.1:8080 TOKEN

Needs Authlib and requests. The token is not used: people sign in by the sandbox.
"""

import re
import sys
import urllib.parse

import requests
from authlib.common.security import generate_token
from authlib.integrations.requests_client import OAuth2Session

DEVICE = "urn:ietf:params:oauth:grant-type:device_code"
facts = 0


def fact(words, holds, seen=None):
    global facts
    assert holds, f"{words}, but: {seen!r}"
    facts += 1
    print("ok", words, flush=True)


def field(page, name):
    return re.search(f'name="{name}" value="([^"]*)"', page).group(1).replace("&amp;", "&")


class Person:
    """A browser in which somebody of the sandbox is signed in."""

    def __init__(self, base, name):
        self.base = base
        self.http = requests.Session()
        self.http.headers["sec-fetch-site"] = "same-origin"
        asked = self.http.get(f"{base}/sign-in/telegram", allow_redirects=False)
        agreed = self.http.get(f"{asked.headers['location']}&as={name}", allow_redirects=False)
        entered = self.http.get(agreed.headers["location"], allow_redirects=False)
        assert entered.headers["location"] == "/me", entered.text

    def get(self, path):
        return self.http.get(self.base + path).text

    def post(self, path, **fields):
        return self.http.post(self.base + path, data=fields, allow_redirects=False)


def main(base):
    back = "http://127.0.0.1/back"
    ken, ada = Person(base, "ken"), Person(base, "ada")
    made = ken.post("/me/apps", mark=field(ken.get("/me/apps"), "mark"), name="Authlib", redirects=back)
    fact("an app is made known", made.status_code == 303, made.text)
    app = re.search(r"client_id: (\w+)", ken.get("/me/apps")).group(1)
    server = requests.get(f"{base}/.well-known/oauth-authorization-server").json()
    fact("the server says who it is", server["issuer"] == base, server)

    client = OAuth2Session(app, scope="write", redirect_uri=back.replace("127.0.0.1", "127.0.0.1:49152"),
                           code_challenge_method="S256", token_endpoint_auth_method="none",
                           token_endpoint=server["token_endpoint"])
    verifier = generate_token(48)
    address, state = client.create_authorization_url(server["authorization_endpoint"], code_verifier=verifier)
    page = ada.get(address.removeprefix(base))
    names = re.findall(r'<input type="hidden" name="(\w+)"', page)
    answer = ada.post("/oauth/authorize", agree="yes", **{name: field(page, name) for name in names})
    location = answer.headers["location"]
    fact("the browser comes back with a code", location.startswith("http://127.0.0.1:49152/back?code="), location)
    query = urllib.parse.parse_qs(urllib.parse.urlparse(location).query)
    fact("and with who gave it", query["iss"] == [base] and query["state"] == [state], query)
    token = client.fetch_token(server["token_endpoint"], authorization_response=location, code_verifier=verifier)
    fact("a code becomes a token", token["token_type"] == "Bearer" and token["scope"] == "write", token)
    me = client.get(f"{base}/api/v1/me").json()
    fact("which says whose it is", me["name"] == "Ada", me)
    made = client.post(f"{base}/api/v1/conversation", json={"line": "/event create title:Reading"})
    fact("and lets it act", made.status_code == 200, made.text)
    renewed = client.refresh_token(server["token_endpoint"], refresh_token=token["refresh_token"])
    fact("it is renewed", renewed["access_token"] and renewed["refresh_token"] != token["refresh_token"], renewed)

    shown = requests.post(server["device_authorization_endpoint"], data={"client_id": app, "scope": "read"}).json()
    fact("a device shows a code", shown["verification_uri"] == f"{base}/device", shown)
    page = ada.get(f"/device?user_code={shown['user_code']}")
    answer = ada.post("/device", agree="yes", mark=field(page, "mark"), user_code=shown["user_code"])
    fact("which somebody types", answer.status_code == 200, answer.text)
    device = OAuth2Session(app, token_endpoint_auth_method="none")
    token = device.fetch_token(server["token_endpoint"], grant_type=DEVICE, device_code=shown["device_code"])
    fact("and it is in", token["scope"] == "read", token)
    fact("and reads", device.get(f"{base}/api/v1/me").json()["name"] == "Ada")
    fact("and no more than that", device.put(f"{base}/api/v1/events/reading/membership").status_code in (403, 404))
    answer = device.revoke_token(server["revocation_endpoint"], token=token["refresh_token"], token_type_hint="refresh_token")
    fact("it gives its token back", answer.status_code == 200, answer.text)
    fact("and is out", device.get(f"{base}/api/v1/me").status_code == 401)
    print(f"{facts} facts")


main(sys.argv[1].rstrip("/"))
