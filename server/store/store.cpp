// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"

#include "core/log.h"
#include "store/accounts.h"
#include "store/audit.h"
#include "store/changes.h"
#include "store/chat.h"
#include "store/clients.h"
#include "store/copies.h"
#include "store/departments.h"
#include "store/facts.h"
#include "store/files.h"
#include "store/notices.h"
#include "store/premises.h"
#include "store/records.h"
#include "store/registry.h"
#include "store/samples.h"

#include <QDir>

#include <atomic>
#include <future>

namespace store {

namespace {
constexpr std::chrono::seconds checkInterval{2};
constexpr std::chrono::minutes tidyInterval{1};
constexpr std::chrono::seconds copyRetry{3600};
} // namespace

/// What the front holds; the order is the order of making, and backwards of unmaking.
class Store::Parts
{
public:
    Parts(const Options &given, core::Clock &clockGiven) : options(given), clock(clockGiven) {}

    /// On the copier's thread: tonight's copy of one file, unless there is one.
    void copy(const Schema &schema, const QDateTime &now);

    const Options options;
    core::Clock &clock;
    Premises premises;
    Writer writer{options};
    Reader reader{writer};
    Facts facts{writer, reader, options, clock};
    Samples samples{writer, reader, options, clock};
    Accounts accounts{writer, reader};
    Audit audit{writer, reader};
    Chat chat{writer, reader};
    Notices notices{writer, reader};
    Registry registry{writer, reader};
    Departments departments{writer, reader};
    Clients clients{writer, reader};
    Records records{writer, reader};
    Changes changes{writer, reader};
    QDateTime nextCopy = QDateTime::fromMSecsSinceEpoch(0, Qt::UTC); ///< the copier's own
    Worker copier;
    std::atomic<bool> isClosing = false;
    Report report;
    bool isClosed = false;
    std::unique_ptr<core::Timer> checkTimer;
    std::unique_ptr<core::Timer> tidyTimer;
};

Opening Store::open(const Options &options, core::Clock &clock)
{
    Options settled = options;
    settled.directory = QDir(options.directory).absolutePath();
    auto parts = std::make_unique<Parts>(settled, clock);
    if (auto refusal = parts->premises.prepare(parts->options, clock.now()))
        return {nullptr, std::move(refusal)};
    core::Result<void> started = parts->writer.start();
    if (started)
        started = parts->reader.start(parts->options.directory);
    if (!started)
        return {nullptr, Refusal{OpenFailure::Failed, started.error()}};
    std::unique_ptr<Store> store(new Store(std::move(parts)));
    store->beginRounds();
    return {std::move(store), std::nullopt};
}

Store::Store(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}

Store::~Store() { close(); }

core::Journal &Store::journal() { return m_parts->facts; }
core::SampleStore &Store::samples() { return m_parts->samples; }
core::AccountStore &Store::accounts() { return m_parts->accounts; }
core::AuditStore &Store::audit() { return m_parts->audit; }
core::ChatStore &Store::chat() { return m_parts->chat; }
core::NoticeStore &Store::notices() { return m_parts->notices; }
core::RegistryStore &Store::registry() { return m_parts->registry; }
core::DepartmentStore &Store::departments() { return m_parts->departments; }
core::ClientStore &Store::clients() { return m_parts->clients; }
core::RecordStore &Store::records() { return m_parts->records; }
core::ChangeStore &Store::changes() { return m_parts->changes; }
State Store::state() const { return m_parts->report.state; }
QString Store::stateText() const { return m_parts->report.text; }
qint64 Store::storedBytes() const { return m_parts->report.storedBytes; }
quint64 Store::droppedFrames() const { return m_parts->report.droppedFrames; }
QString Store::openingNote() const { return m_parts->premises.notes().join(QLatin1Char(' ')); }

void Store::close()
{
    Parts &parts = *m_parts;
    if (std::exchange(parts.isClosed, true))
        return;
    parts.checkTimer.reset();
    parts.tidyTimer.reset();
    parts.isClosing = true;
    parts.copier.stop();
    parts.reader.stop();
    parts.writer.stop();
    parts.premises.unlock();
}

void Store::beginRounds()
{
    Parts &parts = *m_parts;
    parts.checkTimer = parts.clock.every(checkInterval, [this] { check(); });
    parts.tidyTimer = parts.clock.every(tidyInterval, [this] { tidy(); });
    std::promise<Report> checked;
    std::future<Report> first = checked.get_future();
    parts.writer.run([&checked](Writer &writer) { checked.set_value(writer.check()); });
    parts.report = first.get();
    purge(parts.clock.now());
    indexChat();
}

void Store::check()
{
    m_parts->writer.run([this](Writer &writer) {
        const Report report = writer.check();
        QMetaObject::invokeMethod(
            this,
            [this, report] {
                const bool isNew = report.state != m_parts->report.state;
                m_parts->report = report;
                if (isNew)
                    Q_EMIT stateChanged();
            },
            Qt::QueuedConnection);
    });
}

void Store::tidy()
{
    purge(m_parts->clock.now());
    indexChat(); // goes on where a full disk held it up
    copyIfDue();
}

void Store::purge(const QDateTime &now)
{
    m_parts->writer.run([this, now](Writer &writer) {
        // In pieces, each behind what has come in meanwhile.
        if (!m_parts->isClosing && writer.purge(now))
            QMetaObject::invokeMethod(
                this, [this, now] { purge(now); }, Qt::QueuedConnection);
    });
}

void Store::indexChat()
{
    m_parts->writer.run([this](Writer &writer) {
        if (!m_parts->isClosing && writer.indexChat())
            QMetaObject::invokeMethod(
                this, [this] { indexChat(); }, Qt::QueuedConnection);
    });
}

void Store::copyIfDue()
{
    Parts &parts = *m_parts;
    if (parts.report.state != State::Ok)
        return;
    parts.copier.post([&parts, now = parts.clock.now()] {
        for (const Schema *schema : {&mainSchema(), &metricsSchema()}) {
            if (!parts.isClosing && now >= parts.nextCopy)
                parts.copy(*schema, now);
        }
    });
}

void Store::Parts::copy(const Schema &schema, const QDateTime &now)
{
    const QDateTime local = now.toLocalTime();
    const Copies copies(options.directory, schema);
    const QDate newest = copies.newestDay();
    if (newest.isValid() && newest >= Copies::dueDay(local))
        return;
    const QString file = QDir(options.directory).filePath(schema.file);
    const qint64 left = files::freeBytes(options.directory) - files::databaseBytes(file);
    const core::Result<QString> taken =
        left < options.lowBytes
            ? core::Error{core::ErrorCode::Unavailable,
                          QCoreApplication::translate("store",
                                                      "No copy of %1 was made: the disk has too little room.")
                              .arg(file)}
            : copies.take(file, local.date());
    if (taken)
        return;
    nextCopy = now.addSecs(copyRetry.count());
    qCWarning(logStore).noquote() << taken.error().message;
}

} // namespace store
