"""Turn the yearly figures behind a review meeting into an analysis that people can trust."""
