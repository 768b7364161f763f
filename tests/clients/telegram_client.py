"""Shows that the sandbox's Telegram server is not shaped to our own library: aiogram plays the bot.

    python3 telegram_client.py http://127.0.0.1:8080 TOKEN

Needs aiogram 3. No other poller may be running with the token: the server answers it with 409.
"""

import asyncio
import sys

import aiohttp
from aiogram import Bot, Dispatcher, F, html
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.exceptions import TelegramBadRequest
from aiogram.filters import Command, CommandStart
from aiogram.types import BotCommand, InlineKeyboardButton, InlineKeyboardMarkup

TIMEOUT_S = 60
NASTY = '<b>& "you" 山田 👋'
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
        return await self.post("say", platform="telegram", place=place, person=person, text=text)

    async def press(self, person, message, button):
        return await self.post("press", platform="telegram", message=message, button=button, person=person)

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
                by_bot = message["platform"] == "telegram" and message["author"] != person
                gone = message["deleted"] or message["id"] in self.old
                if by_bot and not gone and any(text in words for words in said):
                    return message
            await asyncio.sleep(0.1)
        raise AssertionError(f"no message with {text!r} for {person}: {seen}")


class World:
    """The bot's side: its handlers, and what they heard and sent."""

    def __init__(self, base, token):
        session = AiohttpSession(api=TelegramAPIServer.from_base(base))
        defaults = DefaultBotProperties(parse_mode=ParseMode.HTML)
        self.bot = Bot(token, session=session, default=defaults)
        self.dispatcher = Dispatcher()
        self.heard = []
        self.sent = []
        self.faults = []
        self.dispatcher.message.register(self.start, CommandStart())
        self.dispatcher.message.register(self.ping, Command("ping"))
        self.dispatcher.message.register(self.keys, Command("keys"))
        self.dispatcher.callback_query.register(self.pressed, F.data.startswith("v1:"))
        self.dispatcher.errors.register(self.failed)

    async def start(self, message, command):
        self.heard.append(message)
        self.sent.append(await message.answer(f"started with {html.quote(command.args or 'nothing')}"))

    async def ping(self, message, command):
        self.heard.append(message)
        self.sent.append(await message.reply(f"pong <b>{html.quote(command.args or '')}</b>"))

    async def keys(self, message):
        self.heard.append(message)
        keyboard = InlineKeyboardMarkup(inline_keyboard=[
            [
                InlineKeyboardButton(text="Check in", callback_data="v1:in"),
                InlineKeyboardButton(text="Why?", callback_data="v1:why"),
            ],
            [InlineKeyboardButton(text="Page", url="http://127.0.0.1:8080/")],
        ])
        self.sent.append(await message.answer("choose a key", reply_markup=keyboard))

    async def pressed(self, query):
        self.heard.append(query)
        if query.data == "v1:why":
            await query.answer("Because you can.", show_alert=True)
            return
        await query.answer(f"Thank you, {query.from_user.first_name}")
        name = html.quote(query.from_user.full_name)
        self.sent.append(await query.message.edit_text(f"pressed by <i>{name}</i>"))

    async def failed(self, event):
        self.faults.append(event.exception)
        return True


async def check_commands(world, control, ada):
    me = await world.bot.get_me()
    fact("logs in as a bot", me.is_bot and me.username, me)
    commands = [
        BotCommand(command="ping", description="Answers pong"),
        BotCommand(command="keys", description="Shows some keys"),
    ]
    fact("sets its menu", await world.bot.set_my_commands(commands) is True)
    listed = await control.get("commands", platform="telegram", person=ada["id"])
    offered = {command["name"]: command["description"] for command in listed}
    fact("people are offered the menu", offered.get("ping") == "Answers pong", offered)


async def check_answer(world, control, ada, ken):
    answer = await control.say(ada["id"], f"/ping {NASTY}")
    fact("the line is taken", answer["error"] is None, answer)
    message = await control.shown(ada["id"], f"pong <b>{html.quote(NASTY)}</b>")
    fact("the bot's HTML arrives as sent", message["markup"] == f"pong <b>{html.quote(NASTY)}</b>", message)
    fact("the text is without tags", message["text"] == f"pong {NASTY}", message)
    seen = await control.shown(ken["id"], NASTY)
    fact("others see it", seen["id"] == message["id"], seen)

    heard = world.heard[-1]
    fact("the bot hears a group", heard.chat.type in ("group", "supergroup"), heard.chat)
    fact("the bot knows who", heard.from_user.first_name == ada["name"], heard.from_user)
    language = ada["locale"].split("-")[0]
    fact("the bot knows the language", (heard.from_user.language_code or "").startswith(language), heard.from_user)
    marks = [(mark.type, mark.offset, mark.length) for mark in heard.entities or []]
    fact("the command is marked", ("bot_command", 0, 5) in marks, marks)

    sent = world.sent[-1]
    fact("the server answers with the text", sent.text == f"pong {NASTY}", sent.text)
    bold = [(mark.offset, mark.length) for mark in sent.entities or [] if mark.type == "bold"]
    length = len(NASTY.encode("utf-16-le")) // 2
    fact("and counts its entities in UTF-16", bold == [(5, length)], sent.entities)
    replied = sent.reply_to_message
    fact("a reply names its message", replied and replied.message_id == heard.message_id, replied)


async def check_private(world, control, ada, ken):
    await control.say(ada["id"], "/start j_CODE", place="private")
    message = await control.shown(ada["id"], "started with j_CODE")
    fact("the private chat answers", message["place"] == "private", message)
    fact("the bot hears a private chat", world.heard[-1].chat.type == "private", world.heard[-1].chat)
    theirs = (await control.get("messages", person=ken["id"]))["messages"]
    there = [other for other in theirs if other["place"] == "private" and "j_CODE" in (other["text"] or "")]
    fact("others do not see it", there == [], there)
    username = (await world.bot.me()).username
    await control.say(ada["id"], f"/ping@{username} by name")
    await control.shown(ada["id"], "pong <b>by name</b>")
    fact("a command with the bot's name works", True)


async def check_keyboard(world, control, ada):
    await control.say(ada["id"], "/keys")
    message = await control.shown(ada["id"], "choose a key")
    buttons = message["buttons"]
    labels = [button["label"] for button in buttons]
    fact("the keyboard is shown", labels == ["Check in", "Why?", "Page"], buttons)
    rows = [button.get("row", 0) for button in buttons]
    fact("in two rows", rows[0] == rows[1] != rows[2], buttons)
    fact("with a link", buttons[2]["url"] == "http://127.0.0.1:8080/", buttons[2])

    answer = await control.press(ada["id"], message["id"], buttons[1]["id"])
    fact("an alert is shown", said(answer) == [("Because you can.", True)], answer)
    answer = await control.press(ada["id"], message["id"], buttons[0]["id"])
    fact("a toast is shown", said(answer) == [(f"Thank you, {ada['name']}", False)], answer)
    query = world.heard[-1]
    fact("the press carries its data", query.data == "v1:in", query.data)
    fact("and a chat instance", bool(query.chat_instance), query)
    edited = await control.shown(ada["id"], "pressed by")
    fact("the message is edited", (edited["id"], edited["edited"]) == (message["id"], True), edited)
    fact("its keyboard is gone", edited["buttons"] == [], edited["buttons"])
    changed = world.sent[-1]
    fact("the server answers with the edit", changed.edit_date is not None, changed)


def said(answer):
    return [(toast["text"], bool(toast["alert"])) for toast in answer["toasts"]]


async def check_refusals(world, control, ada):
    bot, sent = world.bot, world.sent[-1]
    chat = sent.chat.id
    await refuses("unclosed HTML is refused", "can't parse entities", bot.send_message(chat, "<b>open"))
    await refuses("unknown HTML is refused", "can't parse entities", bot.send_message(chat, "<p>no</p>"))
    await refuses("an empty message is refused", "message text is empty", bot.send_message(chat, " "))
    await refuses("a long message is refused", "message is too long", bot.send_message(chat, "x" * 4097))
    same = bot.edit_message_text(sent.html_text, chat_id=chat, message_id=sent.message_id)
    await refuses("an edit without a change is refused", "message is not modified", same)
    await refuses("an unknown chat is refused", "chat not found", bot.send_message(987654321012, "hi"))


async def refuses(words, expected, call):
    try:
        seen = await call
    except TelegramBadRequest as error:
        seen = error.message
    fact(words, isinstance(seen, str) and expected in seen, seen)


async def check(world, control):
    people = await control.get("people")
    ada, ken = people[0], people[1]
    await control.begin([ada, ken])
    await check_commands(world, control, ada)
    await check_answer(world, control, ada, ken)
    await check_private(world, control, ada, ken)
    await check_keyboard(world, control, ada)
    await check_refusals(world, control, ada)
    fact("no handler failed", world.faults == [], world.faults)


async def main(base, token):
    world = World(base, token)
    polling = asyncio.create_task(
        world.dispatcher.start_polling(world.bot, polling_timeout=5, handle_signals=False)
    )
    try:
        async with aiohttp.ClientSession() as session:
            checking = asyncio.create_task(check(world, Control(session, base)))
            await asyncio.wait({polling, checking}, return_when=asyncio.FIRST_COMPLETED)
            if not checking.done():
                checking.cancel()
                polling.result()
                raise AssertionError("polling ended")
            checking.result()
    finally:
        if not polling.done():
            await world.dispatcher.stop_polling()
        await asyncio.gather(polling, return_exceptions=True)
        await world.bot.session.close()
    print(f"aiogram: {facts} facts")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    try:
        asyncio.run(asyncio.wait_for(main(sys.argv[1].rstrip("/"), sys.argv[2]), TIMEOUT_S))
    except (AssertionError, asyncio.TimeoutError) as error:
        sys.exit(f"not ok {error or f'no end within {TIMEOUT_S} s'}")
