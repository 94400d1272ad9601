// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/sources/dnscheckrun.h"

#include "domain/network/sources/foreigntext.h"

#include <QPointer>
#include <QStringList>

namespace network::sources {

namespace {
constexpr qsizetype mostShown = 5;

QStringList answersOf(const QList<DnsRecord> &records, DnsType type)
{
    QStringList list;
    for (const DnsRecord &record : records) {
        if (record.type != type)
            continue;
        if (!record.address.isNull())
            list << record.address.toString();
        else if (!record.target.isEmpty())
            list << foreignText(record.target);
        for (const QByteArray &text : record.texts)
            list << foreignText(text);
    }
    return list;
}
} // namespace

DnsCheckRun::DnsCheckRun(DnsCheck check, DnsClient &client, core::Clock &clock,
                         std::chrono::milliseconds patience, QObject *parent)
    : CheckRun(clock, patience, parent), m_check(std::move(check)), m_client(client)
{
}

void DnsCheckRun::begin()
{
    m_client.ask(m_check.name.toUtf8(), m_check.type,
                 [self = QPointer<DnsCheckRun>(this)](const DnsClient::Answer &answer) {
                     if (self)
                         self->judge(answer);
                 });
}

void DnsCheckRun::judge(const DnsClient::Answer &answer)
{
    using State = DnsClient::Answer::State;
    const QStringList answers = answersOf(answer.records, m_check.type);
    const auto isExpected = [this](const QString &each) {
        return each.compare(m_check.expected, Qt::CaseInsensitive) == 0;
    };
    CheckResult result;
    if (answer.state == State::Silent)
        result.sentence = tr("No name server answers. Look at this machine's name servers.");
    else if (answer.state == State::Refused)
        result.sentence =
            tr("%1 cannot be looked up: no name server is set, or it is no name.").arg(m_check.name);
    else if (answer.state == State::NoSuchName)
        result.sentence = tr("The name %1 does not exist.").arg(m_check.name);
    else if (answer.state == State::Failed)
        result.sentence = tr("The name server failed to look up %1.").arg(m_check.name);
    else if (answers.isEmpty())
        result.sentence = tr("The name %1 has no such record.").arg(m_check.name);
    else if (!m_check.expected.isEmpty() && std::none_of(answers.begin(), answers.end(), isExpected))
        result.sentence =
            tr("%1 is %2, and not %3.")
                .arg(m_check.name, answers.mid(0, mostShown).join(QStringLiteral(", ")), m_check.expected);
    else {
        result.isOk = true;
        result.sentence =
            tr("%1 is %2.").arg(m_check.name, answers.mid(0, mostShown).join(QStringLiteral(", ")));
    }
    finish(result);
}

} // namespace network::sources
