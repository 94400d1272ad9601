// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>

#include <memory>

namespace transport {

/// How many messages usually go to one client at once, at most.
constexpr qsizetype usualBurst = 16;

/// One message encoded once for everybody who gets it: its text, its WebSocket frame, its Engine.IO frame.
/// Belongs to the engine thread. Copies share the encodings.
class SharedFrame
{
public:
    SharedFrame() = default;
    static SharedFrame text(QByteArray message);
    static SharedFrame binary(QByteArray message);

    [[nodiscard]] bool isNull() const { return m_data == nullptr; }
    [[nodiscard]] bool isBinary() const;
    [[nodiscard]] const QByteArray &message() const;
    /// RFC 6455 frame of the message as it is (unmasked, final); made on first use.
    [[nodiscard]] const QByteArray &webSocketFrame() const;
    /// RFC 6455 frame of the Engine.IO `message` packet (text: "4" + message; binary: as it is).
    [[nodiscard]] const QByteArray &engineIoFrame() const;
    /// Bytes of the message.
    [[nodiscard]] qsizetype size() const { return message().size(); }

private:
    struct Data;
    explicit SharedFrame(std::shared_ptr<Data> data) : m_data(std::move(data)) {}
    std::shared_ptr<Data> m_data;
};

} // namespace transport
