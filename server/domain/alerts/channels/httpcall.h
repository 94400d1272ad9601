// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/alerts/channels/call.h"
#include "domain/alerts/channels/httpanswer.h"
#include "domain/alerts/channels/letter.h"

namespace alerts::channels {

/// Posts something once, on a connection of its own. Redirects are not followed.
class HttpCall final : public Call
{
    Q_OBJECT
public:
    HttpCall(const Letter &letter, Post post, Reach::Resolver resolver, core::Clock &clock, Done done,
             QObject *parent);

    /// The request as it is sent; empty where something in it may not be.
    static QByteArray requestOf(const Post &post, const QString &messageId);

protected:
    void begin() override;
    void hear() override;
    void hearEnd() override;
    bool hasHeardEnough() override;

private:
    Post m_post;
    QString m_messageId;
    ChannelKind m_kind;
    HttpAnswer m_answer;
};

} // namespace alerts::channels
