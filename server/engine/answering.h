// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace assistant {
class Service;
} // namespace assistant
namespace chat {
class Service;
} // namespace chat

namespace engine {

/// Lets the assistant hear what people write in chat, and writes there what it answers. Both live as long as
/// the house.
void letAnswer(assistant::Service &assistant, chat::Service &chat);

} // namespace engine
