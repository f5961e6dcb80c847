"""The forms a site takes on its way from files to pages, in order."""
