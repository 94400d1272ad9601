// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/departments/departments.h"

#include "catalog/identity.h"
#include "catalog/metrics.h"
#include "dialects/departments/facts.h"

namespace dialects {

namespace {
using core::field;

/// `system:health`.
struct SystemHealth
{
    struct Cpu
    {
        double usage = 0;
        std::optional<double> temperature;

        static core::Fields fields()
        {
            return {field("usage", &Cpu::usage, "0–100"),
                    field("temperature", &Cpu::temperature, "°C; null without a sensor").nullable()};
        }
    };
    struct Amount
    {
        qint64 used = 0;
        qint64 total = 0;

        static core::Fields fields()
        {
            return {field("used", &Amount::used, "Bytes"), field("total", &Amount::total, "Bytes")};
        }
    };
    struct Status
    {
        Cpu cpu;
        Amount memory;
        Amount storage;

        static core::Fields fields()
        {
            return {field("cpu", &Status::cpu, "Processor"), field("memory", &Status::memory, "Memory"),
                    field("storage", &Status::storage, "Root file system")};
        }
    };

    QDateTime timestamp;
    Status status;

    static core::Fields fields()
    {
        return {field("timestamp", &SystemHealth::timestamp, "When it was read"),
                field("status", &SystemHealth::status, "The machine's load")};
    }
};

/// `auth_success`.
struct DepartmentsUser
{
    QString id;
    QString name;
    QString email;
    QString role;

    static core::Fields fields()
    {
        return {field("id", &DepartmentsUser::id, "Account id"),
                field("name", &DepartmentsUser::name, "Shown to people"),
                field("email", &DepartmentsUser::email, "Or empty"),
                field("role", &DepartmentsUser::role, "viewer, operator, admin, agent or guest")};
    }
};

DepartmentsUser departmentsUser(const identity::User &user)
{
    return {user.id, user.displayName, user.email, user.role};
}

Vocabulary departmentsWords()
{
    Vocabulary words(core::NameCase::Camel);
    words.speak<metrics::Sampled>("system:health", [](const metrics::Sampled &reading) {
        return SystemHealth{reading.timestamp,
                            {{reading.cpu.usagePercent, reading.cpu.temperature},
                             {reading.memory.used, reading.memory.total},
                             {reading.disk.used, reading.disk.total}}};
    });
    Heard &authenticate = words.hear<identity::Authenticate, identity::Authenticate>(
        "authenticate", [](const identity::Authenticate &wire) { return wire; }, departmentsUser);
    authenticate.acking = Acking::None;
    words.answerBy<identity::Authenticate>(authenticate, "auth_success", departmentsUser);
    authenticate.errorWord = QStringLiteral("auth_error");
    departments::addFactWords(words);
    departments::addAnalyticsWords(words);
    return words;
}
} // namespace

Departments::Departments()
    : Dialect(QStringLiteral("departments"), QStringLiteral("Departments"), departmentsWords())
{
}

void Departments::answer(core::JsonText &out, const Heard &heard, const core::Reply &reply) const
{
    out.key(QLatin1String("success"));
    out.value(bool(reply));
    if (reply) {
        heard.write(reply.value()).writeMembers(out);
        return;
    }
    out.key(QLatin1String("error"));
    out.value(reply.error().message);
}

Utterance Departments::failure(const Heard *heard, const core::Error &error, const QDateTime &now) const
{
    const QString word =
        heard != nullptr && !heard->errorWord.isEmpty() ? heard->errorWord : QStringLiteral("error");
    return {word, socketIoError(error, QStringLiteral("E_"), now), {}};
}

} // namespace dialects
