package cn.fupin.townships;

import java.net.URI;

/** Where the four services answer. */
public record Services(URI household, URI project, URI funding, URI reporting) {}
