// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/sharedframe.h"

#include "wire/engineio.h"
#include "wire/websocket.h"

namespace transport {

struct SharedFrame::Data
{
    QByteArray message;
    bool isBinary = false;
    QByteArray webSocket;
    QByteArray engineIo;

    [[nodiscard]] wire::WebSocketOpcode opcode() const
    {
        return isBinary ? wire::WebSocketOpcode::Binary : wire::WebSocketOpcode::Text;
    }
};

SharedFrame SharedFrame::text(QByteArray message)
{
    return SharedFrame(std::make_shared<Data>(Data{std::move(message), false, {}, {}}));
}

SharedFrame SharedFrame::binary(QByteArray message)
{
    return SharedFrame(std::make_shared<Data>(Data{std::move(message), true, {}, {}}));
}

bool SharedFrame::isBinary() const { return m_data && m_data->isBinary; }

const QByteArray &SharedFrame::message() const
{
    if (m_data)
        return m_data->message;
    static const QByteArray none;
    return none;
}

const QByteArray &SharedFrame::webSocketFrame() const
{
    if (!m_data)
        return message();
    if (m_data->webSocket.isEmpty())
        m_data->webSocket = wire::webSocketFrame(m_data->opcode(), m_data->message);
    return m_data->webSocket;
}

const QByteArray &SharedFrame::engineIoFrame() const
{
    if (!m_data || m_data->isBinary)
        return webSocketFrame();
    if (m_data->engineIo.isEmpty())
        m_data->engineIo = wire::webSocketFrame(
            m_data->opcode(), wire::encodeEngineIo({wire::EngineIoType::Message, m_data->message, false}));
    return m_data->engineIo;
}

} // namespace transport
