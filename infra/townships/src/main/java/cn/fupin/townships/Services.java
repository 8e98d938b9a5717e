package cn.fupin.townships;

import java.net.URI;
import java.util.List;

/** Where the four services answer. */
public record Services(URI household, URI project, URI funding, URI reporting) {

    List<URI> all() {
        return List.of(household, project, funding, reporting);
    }
}
