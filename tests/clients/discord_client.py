"""Shows that the sandbox's Discord server is not shaped to our own library: discord.py plays the bot.

    python3 discord_client.py http://127.0.0.1:8080 TOKEN

Needs discord.py 2.7.1. No other bot may be connected to the sandbox.
"""

import asyncio
import sys

import aiohttp
import discord
import discord.gateway
import discord.http
import yarl
from discord import app_commands

TIMEOUT_S = 60
WORDS = ["python", "pytest", "rust"]
facts = 0


def fact(words, holds, seen=None):
    global facts
    assert holds, f"{words}, but: {seen!r}"
    facts += 1
    print("ok", words, flush=True)


class Control:
    """The people of the sandbox, through its control API."""

    def __init__(self, session, base):
        self.session = session
        self.base = f"{base}/sandbox/api"
        self.old = set()

    async def get(self, path, **query):
        async with self.session.get(f"{self.base}/{path}", params=query) as answer:
            assert answer.status == 200, f"GET {path}: {answer.status} {await answer.text()}"
            return await answer.json()

    async def post(self, path, **body):
        async with self.session.post(f"{self.base}/{path}", json=body) as answer:
            assert answer.status == 200, f"POST {path}: {answer.status} {await answer.text()}"
            return await answer.json()

    async def say(self, person, text, place="group"):
        return await self.post("say", platform="discord", place=place, person=person, text=text)

    async def press(self, person, message, button):
        return await self.post("press", platform="discord", message=message, button=button, person=person)

    async def begin(self, people):
        """Leaves out of account what an earlier run has left behind."""
        for person in people:
            seen = (await self.get("messages", person=person["id"]))["messages"]
            self.old.update(message["id"] for message in seen)

    async def shown(self, person, text):
        """The newest message of the bot that the person sees and that contains the text."""
        seen = []
        for _ in range(100):
            seen = (await self.get("messages", person=person))["messages"]
            for message in reversed(seen):
                said = [message["text"] or "", message["markup"] or ""]
                said += [embed.get("title") or "" for embed in message["embeds"]]
                by_bot = message["platform"] == "discord" and message["author"] != person
                gone = message["deleted"] or message["id"] in self.old
                if by_bot and not gone and any(text in words for words in said):
                    return message
            await asyncio.sleep(0.1)
        raise AssertionError(f"no message with {text!r} for {person}: {seen}")


class Form(discord.ui.Modal, title="A form"):
    answer = discord.ui.TextInput(label="Answer", custom_id="answer", min_length=2, max_length=40)

    async def on_submit(self, interaction):
        await interaction.response.send_message(f"form says {self.answer.value}", ephemeral=True)

    async def on_error(self, interaction, error):
        interaction.client.faults.append(error)


class Press(discord.ui.View):
    @discord.ui.button(label="Press me", custom_id="press-me", style=discord.ButtonStyle.success)
    async def press(self, interaction, _button):
        words = f"pressed by {interaction.user.display_name}"
        await interaction.response.edit_message(content=words, view=None)

    async def on_error(self, interaction, error, _item):
        interaction.client.faults.append(error)


class Bot(discord.Client):
    def __init__(self):
        super().__init__(intents=discord.Intents(guilds=True))
        self.tree = app_commands.CommandTree(self)
        self.faults = []
        self.heard = []
        self.add_commands()

    def add_commands(self):
        @self.tree.command(description="Answers pong")
        @app_commands.describe(word="A word to say back")
        async def ping(interaction: discord.Interaction, word: str):
            self.heard.append(interaction)
            await interaction.response.send_message(f"pong **{word}**")

        @ping.autocomplete("word")
        async def words(interaction: discord.Interaction, typed: str):
            self.heard.append(interaction)
            fitting = [word for word in WORDS if word.startswith(typed)]
            return [app_commands.Choice(name=f"{word}!", value=word) for word in fitting]

        @self.tree.command(description="Thinks, then answers with a button")
        async def later(interaction: discord.Interaction):
            await interaction.response.defer(ephemeral=True, thinking=True)
            await asyncio.sleep(0.2)
            await interaction.followup.send("here at last", view=Press(), ephemeral=True)

        @self.tree.command(description="Opens a form")
        async def form(interaction: discord.Interaction):
            await interaction.response.send_modal(Form())

        @self.tree.error
        async def failed(_interaction, error):
            self.faults.append(error)

    async def on_error(self, _event, *_args, **_kwargs):
        self.faults.append(sys.exc_info()[1])


async def check_login(bot):
    fact("logs in as a bot", bot.user.bot, bot.user)
    fact("knows its application", bot.application_id is not None)
    fact("sees one server", len(bot.guilds) == 1, bot.guilds)
    fact("sees a text channel", len(bot.guilds[0].text_channels) > 0, bot.guilds[0].channels)


async def check_commands(bot, control, ada):
    synced = await bot.tree.sync()
    names = {command.name for command in synced}
    fact("registers three commands", names == {"ping", "later", "form"}, names)
    listed = await control.get("commands", platform="discord", person=ada)
    by_name = {command["name"]: command for command in listed}
    fact("people are offered the commands", names <= by_name.keys(), list(by_name))
    option = by_name["ping"]["options"][0]
    fact("the option is required", (option["name"], option["required"]) == ("word", True), option)
    fact("the option completes", option["autocomplete"] is True, option)


async def check_autocomplete(bot, control, ada):
    asked = {"command": "ping", "option": "word", "person": ada, "place": "group"}
    answer = await control.post("autocomplete", typed="py", **asked)
    expected = [{"name": "python!", "value": "python"}, {"name": "pytest!", "value": "pytest"}]
    fact("typing completes", answer["choices"] == expected, answer)
    interaction = bot.heard[-1]
    kind = discord.InteractionType.autocomplete
    fact("the bot is asked with what was typed", interaction.type is kind, interaction.type)
    fact("the typed value arrives", interaction.namespace.word == "py", interaction.namespace)


async def check_answer(bot, control, ada, ken):
    answer = await control.say(ada["id"], '/ping word:"two words"')
    fact("the command is taken", answer["error"] is None, answer)
    message = await control.shown(ada["id"], "two words")
    fact("the answer keeps its markup", message["markup"] == "pong **two words**", message)
    fact("the answer is public", message["only_for"] is None, message)
    seen = await control.shown(ken["id"], "two words")
    fact("others see it", seen["id"] == message["id"], seen)
    interaction = bot.heard[-1]
    fact("the bot knows who", interaction.user.display_name == ada["name"], interaction.user)
    fact("the bot knows the language", interaction.locale.value == ada["locale"], interaction.locale)
    fact("the bot knows where", interaction.guild_id == bot.guilds[0].id, interaction.guild_id)
    original = await interaction.original_response()
    fact("the bot can read its answer", original.content == "pong **two words**", original.content)
    await interaction.edit_original_response(content="pong, on second thoughts")
    changed = await control.shown(ada["id"], "second thoughts")
    fact("an answer can be edited", changed["id"] == message["id"], changed)

    answer = await control.say(ada["id"], "/ping")
    fact("a required option is asked for", "word" in (answer["error"] or {}).get("message", ""), answer)
    answer = await control.say(ada["id"], "/nonsense")
    fact("an unknown command is refused", answer["error"] is not None, answer)


async def check_private_message(bot, control, ada):
    await control.say(ada["id"], "/ping word:rust", place="private")
    message = await control.shown(ada["id"], "pong **rust**")
    fact("commands work in a direct message", message["place"] == "private", message)
    fact("there is no server in it", bot.heard[-1].guild_id is None, bot.heard[-1].guild_id)


async def check_button(control, ada, ken):
    await control.say(ada["id"], "/later")
    message = await control.shown(ada["id"], "here at last")
    fact("a deferred answer follows", message["only_for"] == ada["id"], message)
    theirs = (await control.get("messages", person=ken["id"]))["messages"]
    fact("others do not see it", message["id"] not in {other["id"] for other in theirs})
    labels = [button["label"] for button in message["buttons"]]
    fact("it has its button", labels == ["Press me"], message["buttons"])

    answer = await control.press(ada["id"], message["id"], message["buttons"][0]["id"])
    fact("the button can be pressed", answer["error"] is None, answer)
    pressed = await control.shown(ada["id"], f"pressed by {ada['name']}")
    fact("the press changes the message", pressed["id"] == message["id"], pressed)
    fact("the button is gone", pressed["buttons"] == [], pressed["buttons"])


async def check_form(control, ada):
    answer = await control.say(ada["id"], "/form")
    opened = [message for message in answer["messages"] if message["modal"]]
    fact("a form opens", [message["modal"]["title"] for message in opened] == ["A form"], answer)
    field = opened[0]["modal"]["fields"][0]
    wanted = {"id": "answer", "label": "Answer", "required": True, "min_length": 2, "max_length": 40}
    fact("its field is described", wanted.items() <= field.items(), field)
    fields = {"answer": "forty-two"}
    await control.post("submit", message=opened[0]["id"], fields=fields, person=ada["id"])
    message = await control.shown(ada["id"], "form says forty-two")
    fact("its answer arrives", message["only_for"] == ada["id"], message)


async def check_own_message(bot, control, ada):
    channel = bot.guilds[0].text_channels[0]
    embed = discord.Embed(title="A card", description="with words")
    embed.add_field(name="Day", value="12")
    sent = await channel.send("news for all", embed=embed)
    fact("the bot writes by itself", sent.content == "news for all", sent)
    message = await control.shown(ada["id"], "news for all")
    fact("its embed is shown", message["embeds"][0]["title"] == "A card", message)
    fact("with its field", message["embeds"][0]["fields"][0]["value"] == "12", message)
    await sent.edit(content="old news")
    edited = await control.shown(ada["id"], "old news")
    fact("it can be edited", (edited["id"], edited["edited"]) == (message["id"], True), edited)
    try:
        await channel.send("x" * 2001)
        refused = None
    except discord.HTTPException as error:
        refused = error
    fact("a long message is refused with 50035", refused and refused.code == 50035, refused)


async def check(bot, control):
    people = await control.get("people")
    ada, ken = people[0], people[1]
    await control.begin([ada, ken])
    await check_login(bot)
    await check_commands(bot, control, ada["id"])
    await check_autocomplete(bot, control, ada["id"])
    await check_answer(bot, control, ada, ken)
    await check_private_message(bot, control, ada)
    await check_button(control, ada, ken)
    await check_form(control, ada)
    await check_own_message(bot, control, ada)
    fact("no handler failed", bot.faults == [], bot.faults)


async def main(base, token):
    discord.http.Route.BASE = f"{base}/api/v10"
    async with aiohttp.ClientSession() as session, Bot() as bot:
        async with session.get(f"{base}/api/v10/gateway") as answer:
            gateway = yarl.URL((await answer.json())["url"])
        discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = gateway
        await bot.login(token)
        connection = asyncio.create_task(bot.connect(reconnect=False))
        await first(connection, bot.wait_until_ready())
        await first(connection, check(bot, Control(session, base)))
        await bot.close()
        await connection
    print(f"discord.py: {facts} facts")


async def first(connection, work):
    """Waits for the work, or fails with the connection if that ends before."""
    task = asyncio.create_task(work)
    await asyncio.wait({connection, task}, return_when=asyncio.FIRST_COMPLETED)
    if not task.done():
        task.cancel()
        connection.result()
        raise AssertionError("the gateway closed the connection")
    task.result()


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    discord.utils.setup_logging(level=30)
    try:
        asyncio.run(asyncio.wait_for(main(sys.argv[1].rstrip("/"), sys.argv[2]), TIMEOUT_S))
    except (AssertionError, asyncio.TimeoutError) as error:
        sys.exit(f"not ok {error or f'no end within {TIMEOUT_S} s'}")
