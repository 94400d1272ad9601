// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/chat.h"

#include "client/ask.h"

namespace client {

namespace {
QStringList chatTopics()
{
    QStringList topics;
    for (const char *topic :
         {chat::Message::topic, chat::Changed::topic, chat::Reacted::topic, chat::Typing::topic,
          chat::Answering::topic, chat::Joined::topic, chat::Left::topic, chat::RoomChanged::topic,
          chat::Marked::topic, identity::Presence::topic})
        topics << QLatin1String(topic);
    return topics;
}

/// Rooms of one, then of the house, then of two.
int rankOf(chat::RoomKind kind)
{
    switch (kind) {
    case chat::RoomKind::Public:
    case chat::RoomKind::Private:
        return 0;
    case chat::RoomKind::Incident:
        return 1;
    case chat::RoomKind::System:
        return 2;
    case chat::RoomKind::Direct:
        return 3;
    }
    return 0;
}

template <class Fact>
bool isOf(const core::Event &event)
{
    return event.topic.name() == QLatin1String(Fact::topic);
}
} // namespace

Chat::Chat(Mirror &mirror, core::Clock &clock, QObject *parent)
    : QObject(parent), m_mirror(mirror), m_clock(clock)
{
    Link &link = mirror.link();
    connect(&link, &Link::eventsReceived, this, [this](const QList<core::Event> &events) {
        for (const core::Event &event : events)
            hear(event);
    });
    connect(&link, &Link::stateChanged, this, [this] {
        const bool isLive = this->isLive();
        if (isLive && !m_wasLive) {
            begin();
        } else if (!isLive && m_wasLive) {
            m_isRegistered = m_isEntering = false;
            for (const auto &[name, room] : m_rooms)
                room->suspend();
        }
        m_wasLive = isLive;
        Q_EMIT changed();
    });
    connect(&mirror, &Mirror::userChanged, this, [this] {
        introduce();
        restoreFor(me());
        Q_EMIT changed();
    });
    link.subscribe(chatTopics());
    m_wasLive = isLive();
    if (m_wasLive)
        begin();
}

Chat::~Chat() { m_mirror.link().unsubscribe(chatTopics()); }

void Chat::begin()
{
    introduce();
    reload();
    ask(m_mirror.link(), chat::SlashWords{}, this,
        [this](const core::Result<chat::SlashWords::Reply> &reply) {
            if (!reply)
                return;
            m_words = reply->words;
            Q_EMIT wordsChanged();
        });
}

/// Others see that one is here.
void Chat::introduce()
{
    if (!isLive() || me().isEmpty() || std::exchange(m_isRegistered, true))
        return;
    m_mirror.link().request(QLatin1String(identity::Join::name),
                            core::toJson(identity::Join{me(), {}}).toObject());
}

void Chat::reload()
{
    ask(m_mirror.link(), chat::ListRooms{}, this,
        [this](const core::Result<chat::ListRooms::Reply> &reply) { take(reply); });
}

void Chat::take(const core::Result<chat::ListRooms::Reply> &reply)
{
    m_trouble = reply ? QString() : reply.error().message;
    if (reply) {
        m_isKnown = true;
        QStringList gone;
        for (const auto &[name, room] : m_rooms)
            gone << name;
        m_toEnter.clear();
        for (const chat::RoomEntry &entry : reply->rooms) {
            gone.removeOne(entry.room.name);
            if (ChatRoom *known = find(entry.room.name))
                known->take(entry);
            else
                make(entry);
            if (!entry.isEntered)
                m_toEnter << entry.room.name;
        }
        for (const QString &name : std::as_const(gone))
            forget(name);
        restoreFor(me());
    }
    enterNext();
    Q_EMIT changed();
}

ChatRoom *Chat::make(const chat::RoomEntry &entry)
{
    auto room = std::make_unique<ChatRoom>(m_mirror, m_clock, entry);
    ChatRoom *made = room.get();
    connect(made, &ChatRoom::stateChanged, this, &Chat::changed);
    connect(made, &ChatRoom::arrived, this, [this, made](const chat::Message &message) {
        if (message.messageType == chat::MessageType::Text && !message.isAi && !message.userId.isEmpty())
            m_authors.insert(message.userId, message.userName);
        if (made->isCalling(message) || made->room().kind == chat::RoomKind::Direct)
            Q_EMIT called(made, message);
    });
    m_rooms[entry.room.name] = std::move(room);
    return made;
}

void Chat::forget(const QString &name)
{
    const auto found = m_rooms.find(name);
    if (found == m_rooms.end())
        return;
    // Who looks at it is told before it is gone.
    const std::unique_ptr<ChatRoom> room = std::move(found->second);
    m_rooms.erase(found);
    Q_EMIT changed();
}

/// One after the other, so that many rooms are no flood. What was missed in a room, and what waits there,
/// comes after its door is open, for what is said meanwhile is heard then.
void Chat::enterNext()
{
    if (m_isEntering || !isLive())
        return;
    if (m_toEnter.isEmpty()) {
        for (const auto &[name, room] : m_rooms)
            room->resume();
        return;
    }
    m_isEntering = true;
    const QString name = m_toEnter.takeFirst();
    ask(m_mirror.link(), chat::Join{name, {}, true}, this, [this](const core::Result<chat::Join::Reply> &) {
        if (std::exchange(m_isEntering, false))
            enterNext();
    });
}

QList<ChatRoom *> Chat::rooms() const
{
    QList<ChatRoom *> rooms;
    for (const auto &[name, room] : m_rooms)
        rooms << room.get();
    std::sort(rooms.begin(), rooms.end(), [this](const ChatRoom *one, const ChatRoom *other) {
        const int rank = rankOf(one->room().kind);
        const int otherRank = rankOf(other->room().kind);
        if (rank != otherRank)
            return rank < otherRank;
        const int order = QString::localeAwareCompare(titleOf(*one), titleOf(*other));
        return order != 0 ? order < 0 : one->name() < other->name();
    });
    return rooms;
}

ChatRoom *Chat::find(const QString &name) const
{
    const auto found = m_rooms.find(name);
    return found == m_rooms.end() ? nullptr : found->second.get();
}

ChatRoom *Chat::adopt(const chat::Room &room)
{
    ChatRoom *known = find(room.name);
    if (known) {
        known->take(room);
    } else {
        known = make({room, {}, std::nullopt, false});
        m_toEnter << room.name;
        enterNext();
    }
    Q_EMIT changed();
    return known;
}

bool Chat::isOperator() const
{
    const auto &user = m_mirror.user();
    return user && (user->role == QLatin1String("admin") || user->role == QLatin1String("operator"));
}

void Chat::setShowsPassages(bool isOn)
{
    if (std::exchange(m_showsPassages, isOn) == isOn || isOn)
        return;
    for (const auto &[name, room] : m_rooms)
        room->dropPassages();
}

int Chat::unread() const
{
    int sum = 0;
    for (const auto &[name, room] : m_rooms)
        sum += room->marks().unread;
    return sum;
}

int Chat::mentions() const
{
    int sum = 0;
    for (const auto &[name, room] : m_rooms) {
        const bool isDirect = room->room().kind == chat::RoomKind::Direct;
        sum += isDirect ? room->marks().unread : room->marks().mentions;
    }
    return sum;
}

template <class Fact>
void Chat::pass(const core::Event &event)
{
    const core::Result<Fact> fact = event.as<Fact>();
    if (!fact)
        return;
    if constexpr (std::is_same_v<Fact, chat::Changed>) {
        if (ChatRoom *room = find(fact->message.roomName))
            room->hear(fact.value());
    } else if constexpr (std::is_same_v<Fact, chat::Marked>) {
        if (ChatRoom *room = find(fact->roomName))
            room->take(fact->marks);
    } else if constexpr (std::is_same_v<Fact, chat::Joined> || std::is_same_v<Fact, chat::Left>) {
        if (ChatRoom *room = m_showsPassages ? find(fact->roomName) : nullptr)
            room->hearPassage(fact->user.displayName.value_or(fact->user.uid),
                              std::is_same_v<Fact, chat::Joined>);
    } else if (ChatRoom *room = find(fact->roomName)) {
        room->hear(fact.value());
    }
}

void Chat::hear(const core::Event &event)
{
    if (isOf<chat::Message>(event)) {
        pass<chat::Message>(event);
    } else if (isOf<chat::Changed>(event)) {
        pass<chat::Changed>(event);
    } else if (isOf<chat::Reacted>(event)) {
        pass<chat::Reacted>(event);
    } else if (isOf<chat::Typing>(event)) {
        pass<chat::Typing>(event);
    } else if (isOf<chat::Answering>(event)) {
        pass<chat::Answering>(event);
    } else if (isOf<chat::Joined>(event)) {
        pass<chat::Joined>(event);
    } else if (isOf<chat::Left>(event)) {
        pass<chat::Left>(event);
    } else if (isOf<chat::Marked>(event)) {
        pass<chat::Marked>(event);
    } else if (isOf<chat::RoomChanged>(event)) {
        if (const auto fact = event.as<chat::RoomChanged>())
            hear(fact.value());
    } else if (isOf<identity::Presence>(event)) {
        if (const auto fact = event.as<identity::Presence>())
            hear(fact.value());
    }
}

void Chat::hear(const chat::RoomChanged &fact)
{
    const auto isMember = [this](const chat::Member &member) { return member.id == me(); };
    const QList<chat::Member> &members = fact.room.members;
    const bool isLost =
        fact.room.kind == chat::RoomKind::Private && std::none_of(members.begin(), members.end(), isMember);
    if (fact.room.isArchived || isLost)
        forget(fact.room.name);
    else
        adopt(fact.room);
}

void Chat::hear(const identity::Presence &fact)
{
    // Who is here is told anew a moment after somebody left.
    if (fact.left)
        m_online.removeIf([&fact](const auto &one) { return one.value().id == *fact.left; });
    else
        m_online.clear();
    for (const identity::Online &one : fact.users)
        m_online.insert(one.socketId, one);
    Q_EMIT peopleChanged();
}

/// Of somebody with some connections the most wakeful counts; who is busy is so on all of them.
std::optional<identity::Availability> Chat::availabilityOf(const QString &userId) const
{
    std::optional<identity::Availability> found;
    for (const identity::Online &one : m_online) {
        if (one.id != userId)
            continue;
        if (one.status == identity::Availability::Busy)
            return one.status;
        if (!found || one.status == identity::Availability::Online)
            found = one.status;
    }
    return found;
}

QMap<QString, QString> Chat::people() const
{
    QMap<QString, QString> people = m_authors;
    for (const auto &[name, room] : m_rooms) {
        for (const chat::Member &member : room->room().members)
            people.insert(member.id, member.displayName);
    }
    for (const identity::Online &one : m_online) {
        if (!one.userProfile.isGuest)
            people.insert(one.id, one.userProfile.displayName.value_or(one.id));
    }
    return people;
}

QString Chat::partnerOf(const ChatRoom &room) const
{
    if (room.room().kind != chat::RoomKind::Direct)
        return {};
    for (const chat::Member &member : room.room().members) {
        if (member.id != me())
            return member.id;
    }
    return me(); // one's own notes
}

QString Chat::titleOf(const ChatRoom &room) const
{
    const QString partner = partnerOf(room);
    if (partner.isEmpty())
        return room.name();
    for (const chat::Member &member : room.room().members) {
        if (member.id == partner && !member.displayName.isEmpty())
            return member.displayName;
    }
    return partner;
}

} // namespace client
