package cn.fupin.backbone.feed;

import cn.fupin.backbone.projection.History;
import cn.fupin.backbone.projection.Message;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The history feeds of the services whose addresses are set. */
final class HistoriesOverHttp implements History, AutoCloseable {
    private final Map<String, URI> addresses;
    private final Map<String, HistoryClient> clients = new ConcurrentHashMap<>();

    HistoriesOverHttp(Map<String, URI> addresses) {
        this.addresses = Map.copyOf(addresses);
    }

    @Override
    public boolean knows(String source) {
        return addresses.containsKey(source);
    }

    @Override
    public long head(String source) {
        return client(source).head();
    }

    @Override
    public Stream<Message> after(String source, long position) {
        return client(source).after(position);
    }

    private HistoryClient client(String source) {
        return clients.computeIfAbsent(
                source,
                name -> {
                    var address = addresses.get(name);
                    if (address == null) {
                        throw new IllegalStateException(
                                "fupin.history.%s is not set".formatted(name));
                    }
                    return new HistoryClient(address, name);
                });
    }

    @Override
    public void close() {
        clients.values().forEach(HistoryClient::close);
    }
}
